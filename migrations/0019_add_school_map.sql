-- «Карта школы»: the rows that a school writes itself beside what it inherits from the authority's road map.
create table school_map (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  school_id uuid not null references organisation (id),
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint school_map_once unique (programme_id, school_id)
);
create index school_map_school on school_map (school_id);

create table school_map_revision (
  id uuid primary key,
  school_map_id uuid not null references school_map (id),
  number integer not null,
  status text not null,
  base_id uuid references school_map_revision (id),
  reason text not null default '',
  basis text not null default '',
  on_behalf text,
  created_at timestamptz not null,
  created_by uuid references person (id),
  submitted_at timestamptz,
  submitted_by uuid references person (id),
  decided_at timestamptz,
  decided_by uuid references person (id),
  return_reason text not null default '',
  order_number text,
  order_date date,
  approved_at timestamptz,
  approved_by uuid references person (id),
  inherited_id uuid references road_map_revision (id),
  row_version integer not null default 1,
  constraint school_map_revision_number_unique unique (school_map_id, number),
  constraint school_map_revision_status_known
    check (status in ('draft', 'submitted', 'returned', 'agreed', 'approved', 'superseded')),
  constraint school_map_revision_on_behalf_known check (on_behalf in ('letter', 'call', 'photo')),
  constraint school_map_revision_ordered
    check (status not in ('approved', 'superseded') or (order_number is not null and order_date is not null))
);
create unique index school_map_revision_one_open on school_map_revision (school_map_id)
  where status in ('draft', 'submitted', 'returned', 'agreed');
create unique index school_map_revision_one_approved on school_map_revision (school_map_id) where status = 'approved';

create table school_map_row (
  id uuid primary key,
  school_map_id uuid not null references school_map (id),
  revision_id uuid not null references school_map_revision (id),
  activity_id uuid not null references activity (id),
  position integer not null,
  cause text not null,
  title text not null,
  indicator text not null,
  responsible text not null,
  period jsonb,
  expected_result text not null,
  proof text[] not null,
  supports_activity_id uuid references activity (id),
  on_behalf text,
  changed_at timestamptz not null,
  changed_by uuid references person (id),
  removed boolean not null default false,
  row_version integer not null default 1,
  constraint school_map_row_once unique (revision_id, activity_id),
  constraint school_map_row_on_behalf_known check (on_behalf in ('letter', 'call', 'photo'))
);
create index school_map_row_map on school_map_row (school_map_id);
create index school_map_row_activity on school_map_row (activity_id);

create table school_map_comment (
  id uuid primary key,
  school_map_id uuid not null references school_map (id),
  revision_id uuid not null references school_map_revision (id),
  activity_id uuid references activity (id),
  words text not null,
  author_id uuid references person (id),
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references person (id),
  row_version integer not null default 1
);
create index school_map_comment_map on school_map_comment (school_map_id);
create index school_map_comment_revision on school_map_comment (revision_id);

grant select, insert, update on school_map, school_map_revision, school_map_row, school_map_comment to opora_app;
