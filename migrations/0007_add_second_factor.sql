-- A second step of signing in: codes from a phone, recovery codes on paper, and who must have it.
alter table session add column second_factor boolean not null default false;

create table second_factor (
  person_id uuid primary key references person (id),
  sealed_secret text not null,
  confirmed_at timestamptz not null,
  last_step integer not null default 0
);

create table second_factor_draft (
  person_id uuid primary key references person (id),
  sealed_secret text not null,
  made_at timestamptz not null
);

create table recovery_code (
  id uuid primary key,
  person_id uuid not null references person (id),
  code_hash text not null,
  used_at timestamptz,
  constraint recovery_code_unique unique (person_id, code_hash)
);

create table sign_in_ticket (
  id uuid primary key,
  person_id uuid not null references person (id),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_ticket_token_unique unique (token_hash)
);
create index sign_in_ticket_person on sign_in_ticket (person_id);

create table second_factor_rule (
  organisation_id uuid primary key references organisation (id),
  set_by uuid not null references person (id),
  set_at timestamptz not null
);

grant select, insert, update, delete on
  second_factor,
  second_factor_draft,
  recovery_code,
  sign_in_ticket,
  second_factor_rule
to opora_app;
