-- The few entries that name no organisation are found by who did them and whom they were about, newest first.
create index audit_entry_nowhere_person on audit_entry (person_id, at, id) where organisation_id is null;
create index audit_entry_nowhere_subject on audit_entry (subject_id, at, id) where organisation_id is null;
