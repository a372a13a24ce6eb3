-- A template is changed by a road map that takes its place. What it was before stays, so that a plan that was begun with
-- it can be held against both.
alter table template add column revision integer not null default 1;

create table template_revision (
  template_id uuid not null references template (id),
  number integer not null,
  owner_id uuid not null references organisation (id),
  content jsonb not null,
  replaced_at timestamptz not null,
  primary key (template_id, number)
);
create index template_revision_owner on template_revision (owner_id);

create table template_use (
  id uuid primary key,
  owner_id uuid not null references organisation (id),
  import_id uuid not null references order_import (id),
  template_key text not null,
  revision integer not null,
  used_at timestamptz not null,
  used_by uuid references person (id),
  row_version integer not null default 1,
  constraint template_use_of_import unique (import_id)
);
create index template_use_owner on template_use (owner_id);

grant select, insert, update on template_revision, template_use to opora_app;
