-- Organisations through time: names and places with the day from which they hold, codes of other systems, closing and merging.

alter table organisation
  add column closed_on date,
  add column closed_basis text not null default '',
  add column successor_id uuid references organisation (id),
  add constraint organisation_succeeded_by_another check (successor_id <> id),
  add constraint organisation_succeeded_when_closed check (successor_id is null or closed_on is not null);
create index organisation_successor on organisation (successor_id) where successor_id is not null;

-- One spelling of a name for comparison, as `comparableName` in src/features/organisations/organisation.ts has it.
create function comparable_name(name text) returns text language sql immutable parallel safe return
  btrim(regexp_replace(
    regexp_replace(replace(lower(name collate "ru-x-icu"), 'ё', 'е') collate "ru-x-icu", '№\s*', '№', 'g') collate "ru-x-icu",
    '[^[:alnum:]№]+', ' ', 'g'));

-- Of two that stand open under one name already, the later ones say so: a person merges them.
with twin as (
  select id, row_number() over (partition by parent_id, comparable_name(full_name) order by created_at, id) as place
  from organisation)
update organisation o set full_name = o.full_name || ' (повтор ' || twin.place || ')'
from twin where twin.id = o.id and twin.place > 1;
create unique index organisation_name_once on organisation (parent_id, comparable_name(full_name)) nulls not distinct
  where closed_on is null;

-- Written at the first change only: until then the name of the organisation itself has always been its name.
create table organisation_name (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  short_name text not null,
  full_name text not null,
  valid_from date,
  basis text not null default '',
  recorded_at timestamptz not null,
  constraint organisation_name_one_a_day unique nulls not distinct (organisation_id, valid_from)
);

create table organisation_place (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  parent_id uuid not null references organisation (id),
  valid_from date,
  basis text not null default '',
  recorded_at timestamptz not null,
  constraint organisation_place_one_a_day unique nulls not distinct (organisation_id, valid_from)
);
create index organisation_place_parent on organisation_place (parent_id);

create table organisation_code (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  scheme text not null,
  value text not null,
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null,
  constraint organisation_code_scheme_known check (scheme in ('own', 'inn', 'ogrn', 'fis-oko', 'oktmo')),
  constraint organisation_code_ends_after_start check (valid_to >= valid_from)
);
create unique index organisation_code_one_in_force on organisation_code (organisation_id, scheme) where valid_to is null;
create index organisation_code_value on organisation_code (scheme, value) where valid_to is null;

grant select, insert, update, delete on organisation_name, organisation_place, organisation_code to opora_app;
grant execute on function comparable_name(text) to opora_app;
