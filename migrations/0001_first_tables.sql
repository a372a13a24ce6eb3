-- The first tables: the house, its people, its papers, road maps and the facts that hang on them.

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null,
  person_id uuid,
  request_id text not null,
  action text not null,
  subject_id text not null,
  organisation_id uuid,
  before jsonb,
  after jsonb
);
create index audit_entry_subject on audit_entry (subject_id, at);
create index audit_entry_at on audit_entry (at);

create table person_read (
  id uuid primary key,
  at timestamptz not null,
  reader_id uuid,
  reader_kind text not null,
  route text not null,
  subject_id text not null,
  request_id text not null
);
create index person_read_subject on person_read (subject_id, at);

create table organisation (
  id uuid primary key,
  kind text not null,
  parent_id uuid references organisation (id),
  path text not null,
  short_name text not null,
  full_name text not null,
  time_zone text not null,
  day_off_rule text not null default 'before',
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint organisation_kind_known check (kind in ('region', 'authority', 'institute', 'school')),
  constraint organisation_day_off_rule_known check (day_off_rule in ('before', 'after', 'same')),
  constraint organisation_path_ends_in_itself check (path like '%/' || id::text || '/'),
  constraint organisation_path_unique unique (path)
);
create index organisation_path_prefix on organisation (path text_pattern_ops);
create index organisation_parent on organisation (parent_id);

create table person (
  id uuid primary key,
  name text not null,
  position text not null default '',
  login text,
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  row_version integer not null default 1,
  constraint person_login_unique unique (login),
  constraint person_login_lower check (login = lower(login))
);

create table membership (
  id uuid primary key,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  role text not null,
  ended_at timestamptz,
  row_version integer not null default 1,
  constraint membership_role_known check (role in ('administrator', 'authority_head', 'municipal_coordinator', 'curator', 'school_head', 'school_team', 'teacher', 'regional_methodist', 'observer'))
);
create index membership_person on membership (person_id);
create unique index membership_once on membership (person_id, organisation_id, role) where ended_at is null;
create index membership_organisation on membership (organisation_id);

create table substitution (
  id uuid primary key,
  absent_id uuid not null references person (id),
  substitute_id uuid not null references person (id),
  starts_on date not null,
  ends_on date not null,
  basis text not null default '',
  ended_at timestamptz,
  row_version integer not null default 1,
  constraint substitution_ends_after_start check (ends_on >= starts_on),
  constraint substitution_by_another check (absent_id <> substitute_id)
);
create index substitution_substitute on substitution (substitute_id);
create index substitution_absent on substitution (absent_id);

create table session (
  id uuid primary key,
  person_id uuid not null references person (id),
  token_hash text not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_token_unique unique (token_hash)
);
create index session_person on session (person_id);

create table invitation (
  id uuid primary key,
  kind text not null,
  person_id uuid references person (id),
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint invitation_kind_known check (kind in ('first', 'invitation', 'demonstration')),
  constraint invitation_token_unique unique (token_hash),
  constraint invitation_names_a_person check (kind = 'first' or person_id is not null)
);
create index invitation_person on invitation (person_id);

create table file (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  shared_down boolean not null default false,
  sha256 text not null,
  size integer not null,
  type text not null,
  name text not null,
  given_by uuid references person (id),
  given_at timestamptz not null,
  constraint file_size_positive check (size >= 0)
);
create index file_organisation on file (organisation_id);
create index file_sha256 on file (sha256);

create table document (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  kind text not null,
  number text,
  signed_on date,
  title text not null,
  sender text,
  file_id uuid references file (id),
  created_at timestamptz not null,
  constraint document_kind_known check (kind in ('order', 'incoming-letter', 'resolution'))
);
create index document_organisation on document (organisation_id);

create table programme (
  id uuid primary key,
  authority_id uuid not null references organisation (id),
  title text not null,
  year integer not null,
  is_school_year boolean not null default false,
  starts_on date not null,
  ends_on date not null,
  coordinator_id uuid references person (id),
  controller_text text not null default '',
  controller_id uuid references person (id),
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint programme_ends_after_start check (ends_on >= starts_on),
  constraint programme_once_a_year unique (authority_id, title, year)
);
create index programme_authority on programme (authority_id);

create table participant (
  programme_id uuid not null references programme (id),
  organisation_id uuid not null references organisation (id),
  variant text not null default 'undefined',
  joined_at timestamptz not null,
  left_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, organisation_id),
  constraint participant_variant_known check (variant in ('undefined', 'first-or-repeated', 'persistent-or-signs'))
);
create index participant_organisation on participant (organisation_id);

create table variant_change (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  organisation_id uuid not null references organisation (id),
  variant text not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid references person (id),
  constraint variant_change_variant_known check (variant in ('undefined', 'first-or-repeated', 'persistent-or-signs'))
);
create index variant_change_of on variant_change (programme_id, organisation_id);

create table road_map (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  owner_id uuid not null references organisation (id),
  title text not null,
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint road_map_once unique (programme_id, owner_id)
);
create index road_map_owner on road_map (owner_id);

create table order_import (
  id uuid primary key,
  authority_id uuid not null references organisation (id),
  road_map_id uuid references road_map (id),
  file_id uuid references file (id),
  name text not null,
  context_year integer,
  status text not null,
  answer jsonb,
  understanding jsonb,
  started_by uuid references person (id),
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint order_import_status_known check (status in ('reading', 'ready', 'failed', 'confirmed', 'abandoned'))
);
create index order_import_authority on order_import (authority_id);

create table road_map_revision (
  id uuid primary key,
  road_map_id uuid not null references road_map (id),
  number integer not null,
  status text not null,
  reason text not null default '',
  order_number text,
  order_date date,
  document_id uuid references document (id),
  import_id uuid references order_import (id),
  created_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid references person (id),
  constraint road_map_revision_status_known check (status in ('draft', 'approved', 'superseded')),
  constraint road_map_revision_number_unique unique (road_map_id, number)
);
create unique index road_map_revision_one_approved on road_map_revision (road_map_id) where status = 'approved';

create table activity (
  id uuid primary key,
  owner_id uuid not null references organisation (id),
  road_map_id uuid references road_map (id),
  created_at timestamptz not null
);
create index activity_road_map on activity (road_map_id);
create index activity_owner on activity (owner_id);

create table activity_revision (
  id uuid primary key,
  revision_id uuid not null references road_map_revision (id),
  activity_id uuid not null references activity (id),
  position integer not null,
  section_number text,
  section_title text,
  audience text not null,
  number text,
  title text not null,
  period jsonb,
  period_reading text,
  executors jsonb,
  expected_result text,
  target_groups text[] not null,
  held_by text not null,
  proof text[] not null,
  parts jsonb not null,
  constraint activity_revision_once unique (revision_id, activity_id),
  constraint activity_revision_audience_known check (audience in ('all', 'first-or-repeated', 'persistent-or-signs', 'unknown')),
  constraint activity_revision_held_by_known check (held_by in ('us', 'school', 'outside'))
);
create index activity_revision_activity on activity_revision (activity_id);

create table dispatch (
  road_map_id uuid not null references road_map (id),
  organisation_id uuid not null references organisation (id),
  revision integer not null,
  sent_at timestamptz not null,
  sent_by uuid references person (id),
  acknowledged_at timestamptz,
  acknowledged_by uuid references person (id),
  primary key (road_map_id, organisation_id)
);
create index dispatch_organisation on dispatch (organisation_id);

create table proof_item (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  window_start date,
  window_end date,
  form text not null,
  file_id uuid references file (id),
  url text,
  held_on date,
  note text not null default '',
  took_part text not null default '',
  letter text not null default '',
  recorded_by uuid not null references person (id),
  on_behalf text,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint proof_item_form_known check (form in ('file', 'photo', 'link', 'outside-event', 'no-requests', 'words')),
  constraint proof_item_on_behalf_known check (on_behalf in ('letter', 'call', 'photo'))
);
create index proof_item_cell on proof_item (activity_id, organisation_id);
create index proof_item_organisation on proof_item (organisation_id);

create table submission (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  window_start date,
  window_end date,
  attempt integer not null,
  status text not null,
  submitted_by uuid not null references person (id),
  submitted_at timestamptz not null,
  note text not null default '',
  decided_by uuid references person (id),
  decided_at timestamptz,
  comment text not null default '',
  row_version integer not null default 1,
  constraint submission_status_known check (status in ('waiting', 'returned', 'accepted')),
  constraint submission_attempt_unique unique nulls not distinct (activity_id, organisation_id, window_start, window_end, attempt),
  constraint submission_returned_with_comment check (status <> 'returned' or comment <> '')
);
create index submission_organisation on submission (organisation_id);
create unique index submission_one_waiting on submission (activity_id, organisation_id, window_start, window_end) nulls not distinct where status = 'waiting';

create table control_release (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  released_by uuid not null references person (id),
  released_at timestamptz not null,
  resolution_on date,
  resolution text not null default '',
  revoked_at timestamptz
);
create unique index control_release_once on control_release (activity_id, organisation_id) where revoked_at is null;
create index control_release_organisation on control_release (organisation_id);

create table exemption (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  reason text not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  revoked_at timestamptz,
  constraint exemption_has_reason check (reason <> '')
);
create unique index exemption_once on exemption (activity_id, organisation_id) where revoked_at is null;
create index exemption_organisation on exemption (organisation_id);

create table task (
  activity_id uuid primary key references activity (id),
  owner_id uuid not null references organisation (id),
  text text not null,
  letter_id uuid references document (id),
  due_on date not null,
  due_time text,
  given_by uuid not null references person (id),
  given_at timestamptz not null,
  cancelled boolean not null default false,
  row_version integer not null default 1,
  constraint task_due_time_is_time check (due_time ~ '^[0-2][0-9]:[0-5][0-9]$')
);
create index task_owner on task (owner_id, due_on);

create table task_recipient (
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  seen_at timestamptz,
  primary key (activity_id, organisation_id)
);
create index task_recipient_organisation on task_recipient (organisation_id);

create table threshold (
  id uuid primary key,
  name text not null,
  value jsonb not null,
  valid_from date not null,
  source text not null,
  constraint threshold_once unique (name, valid_from)
);

-- Machinery: repeat keys of POSTs, and counters of limited actions.
create table idempotency_key (
  actor text not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_key_created on idempotency_key (created_at);

create table rate_window (
  key text primary key,
  began_at timestamptz not null,
  count integer not null
);

-- When a deadline is shown as near: in working days before it.
insert into threshold (id, name, value, valid_from, source) values
  ('0192b0a0-0000-7000-8000-000000000001', 'assignment.due-soon-working-days', '5', '2000-01-01', 'Предложение Опоры; меняется управлением образования');

-- The application owns nothing. What was recorded stays: no update, no delete, no truncate there.
grant select, insert on audit_entry, person_read to opora_app;
grant select, insert, update, delete on
  organisation,
  person,
  membership,
  substitution,
  session,
  invitation,
  file,
  document,
  programme,
  participant,
  variant_change,
  road_map,
  order_import,
  road_map_revision,
  activity,
  activity_revision,
  dispatch,
  proof_item,
  submission,
  control_release,
  exemption,
  task,
  task_recipient,
  threshold,
  idempotency_key,
  rate_window
to opora_app;
