-- Who opened a person's card is sealed with the audit, in the same batches. What was read until now belongs to this
-- transaction, which is younger than every seal: the next one takes it in.
alter table person_read
  add column cluster text not null default ((pg_control_system()).system_identifier::text),
  add column xid xid8 not null default pg_current_xact_id();
create index person_read_order on person_read (cluster, xid, id);

-- Seals set before covered no reads, and none may be found in their stretches.
alter table audit_seal
  add column reads_count integer not null default 0,
  add column reads_hash text,
  drop constraint audit_seal_covers_something,
  add constraint audit_seal_covers_something check (to_xid > from_xid and count + reads_count > 0);
