-- A correction of a road map on its way to the next revision: at most one is open at a time.
create table correction (
  id uuid primary key,
  road_map_id uuid not null references road_map (id),
  owner_id uuid not null references organisation (id),
  status text not null,
  reason text not null,
  basis_kind text not null,
  basis text not null default '',
  order_number text,
  order_date date,
  revision_id uuid references road_map_revision (id),
  started_by uuid references person (id),
  started_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  row_version integer not null default 1,
  constraint correction_status_known check (status in ('draft', 'approved', 'abandoned')),
  constraint correction_basis_known check (basis_kind in ('interview', 'questionnaire', 'order', 'request', 'other'))
);
create unique index correction_one_draft on correction (road_map_id) where status = 'draft';
create index correction_road_map on correction (road_map_id);
create index correction_owner on correction (owner_id);

create table correction_row (
  id uuid primary key,
  correction_id uuid not null references correction (id),
  owner_id uuid not null references organisation (id),
  activity_id uuid not null,
  kind text not null,
  before jsonb,
  after jsonb,
  above uuid,
  changed_by uuid references person (id),
  changed_at timestamptz not null,
  row_version integer not null default 1,
  constraint correction_row_once unique (correction_id, activity_id),
  constraint correction_row_kind_known check (kind in ('added', 'changed', 'removed')),
  constraint correction_row_whole check ((before is null) = (kind = 'added') and (after is null) = (kind = 'removed'))
);
create index correction_row_owner on correction_row (owner_id);

grant select, insert, update on correction to opora_app;
grant select, insert, update, delete on correction_row to opora_app;
