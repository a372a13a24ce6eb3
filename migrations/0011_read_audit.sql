-- The journal is read newest first, and who looked at a card by person and by reader.
drop index audit_entry_at;
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_person on audit_entry (person_id, at);
create index audit_entry_organisation on audit_entry (organisation_id, at);
drop index person_read_subject;
create index person_read_subject on person_read (subject_id, at, id);
create index person_read_reader on person_read (reader_id, subject_id, at);
