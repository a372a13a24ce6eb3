-- Plans without a year and without names, kept for the years after and for everybody below their owner.
create table template (
  id uuid primary key,
  owner_id uuid not null references organisation (id),
  kind text not null,
  title text not null,
  content jsonb not null,
  created_at timestamptz not null,
  created_by uuid references person (id),
  removed_at timestamptz,
  row_version integer not null default 1,
  constraint template_kind_known check (kind in ('road-map', 'school-map'))
);
create index template_owner on template (owner_id);

grant select, insert, update on template to opora_app;
