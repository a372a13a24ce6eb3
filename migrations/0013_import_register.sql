-- Tables of organisations and people on their way in, and where letters reach a person.
create table registry_import (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  file_id uuid not null references file (id),
  name text not null,
  status text not null,
  note text not null default '',
  rows jsonb,
  preview jsonb,
  answers jsonb not null,
  progress jsonb,
  made jsonb,
  asked jsonb not null,
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint registry_import_status_known check (status in ('reading', 'ready', 'unreadable', 'applying', 'applied', 'abandoned'))
);
create index registry_import_organisation on registry_import (organisation_id, created_at);
grant select, insert, update, delete on registry_import to opora_app;

alter table person add column email text, add constraint person_email_has_at check (email like '%_@_%');
