-- Seals of the audit, and its values apart from it, so that a person's can be destroyed and the seals still fit.

-- What was before and after. The entry keeps a salted hash of it; who removes a value leaves an act that says why.
create table audit_value (
  entry_id uuid primary key references audit_entry (id),
  before text,
  after text,
  salt text not null
);
insert into audit_value (entry_id, before, after, salt)
select id, before::text, after::text, gen_random_uuid()::text from audit_entry
where before is not null or after is not null;

alter table audit_entry add column value_hash text;
update audit_entry e set value_hash =
  encode(sha256(convert_to(v.salt || e'\n' || coalesce(v.before, '') || e'\n' || coalesce(v.after, ''), 'UTF8')), 'hex')
from audit_value v where v.entry_id = e.id;
alter table audit_entry drop column before, drop column after;

-- In which transaction of which database server an entry was written: no later one can be numbered below a finished one.
alter table audit_entry
  add column cluster text not null default ((pg_control_system()).system_identifier::text),
  add column xid xid8 not null default pg_current_xact_id();
create index audit_entry_order on audit_entry (cluster, xid, id);

create table audit_seal (
  number integer primary key,
  cluster text not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  count integer not null,
  rows_hash text not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  constraint audit_seal_follows_one unique (previous_hash),
  constraint audit_seal_covers_something check (to_xid > from_xid and count > 0)
);
create index audit_seal_cluster on audit_seal (cluster, number);

-- Which values were removed, when and by which act.
create table audit_erasure (
  entry_id uuid primary key references audit_entry (id),
  erased_at timestamptz not null,
  act text not null
);

grant select, insert, delete on audit_value to opora_app;
grant select, insert on audit_seal, audit_erasure to opora_app;
