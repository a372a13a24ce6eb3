-- When and where copies of the installation are made, and what became of each try.
create table backup_setting (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  folder text,
  at_time text not null default '03:30',
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint backup_setting_once unique (organisation_id),
  constraint backup_setting_time_is_time check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
create table backup_run (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  kind text not null,
  status text not null,
  asked_at timestamptz not null,
  asked_by uuid references person (id),
  seen_at timestamptz not null,
  finished_at timestamptz,
  written_bytes bigint not null default 0,
  folder text,
  name text,
  bytes bigint,
  missing_files integer not null default 0,
  fault text,
  fault_detail text,
  constraint backup_run_kind_known check (kind in ('scheduled', 'by-hand')),
  constraint backup_run_status_known check (status in ('waiting', 'running', 'done', 'failed', 'interrupted'))
);
create index backup_run_asked on backup_run (organisation_id, asked_at);
create index backup_run_asked_by on backup_run (asked_by);
-- One at a time, whoever asks.
create unique index backup_run_one on backup_run (organisation_id) where status in ('waiting', 'running');
grant select, insert, update on backup_setting, backup_run to opora_app;
