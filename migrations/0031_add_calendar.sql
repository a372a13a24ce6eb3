-- What an authority works or has off otherwise than the country, and its school holidays and weeks of ВПР and ГИА.
create table calendar_day (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  day date not null,
  is_working boolean,
  reason text not null,
  recorded_at timestamptz not null,
  row_version integer not null default 1,
  constraint calendar_day_once unique (organisation_id, day)
);

create table calendar_period (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  kind text not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  removed_at timestamptz,
  row_version integer not null default 1,
  constraint calendar_period_kind_known check (kind in ('holidays', 'vpr', 'gia')),
  constraint calendar_period_forwards check (ends_on >= starts_on)
);
create index calendar_period_organisation on calendar_period (organisation_id, starts_on);

grant select, insert, update on calendar_day, calendar_period to opora_app;
