-- An office's own letterheads: a .docx with fields, on which its papers are printed.
create table letterhead (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  name text not null,
  file_id uuid not null references file (id),
  added_by uuid references person (id),
  added_at timestamptz not null,
  retired_at timestamptz,
  row_version integer not null default 1
);
create index letterhead_organisation on letterhead (organisation_id);

grant select, insert, update on letterhead to opora_app;
