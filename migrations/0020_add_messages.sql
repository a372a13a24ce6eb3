-- What people are told: in the application, and by letters that wait in an outbox.
create table mail_setting (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  way text not null default 'file',
  host text not null default '',
  port integer not null default 465,
  security text not null default 'tls',
  login text not null default '',
  sealed_password text,
  from_address text not null default '',
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint mail_setting_once unique (organisation_id),
  constraint mail_setting_way_known check (way in ('file', 'smtp')),
  constraint mail_setting_security_known check (security in ('tls', 'starttls', 'none')),
  constraint mail_setting_port_is_port check (port between 1 and 65535)
);
create table mail (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null,
  period text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  status text not null default 'waiting',
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  taken_at timestamptz,
  tries integer not null default 0,
  fault text,
  fault_detail text,
  sent_at timestamptz,
  -- One letter of a kind for a person and a day, whoever writes it and however often.
  constraint mail_once unique (person_id, kind, period),
  constraint mail_kind_known check (kind in ('digest', 'at-once', 'test')),
  constraint mail_status_known check (status in ('waiting', 'taken', 'handed', 'sent', 'refused', 'unclear', 'replaced'))
);
create index mail_due on mail (next_try_at) where status in ('waiting', 'taken', 'handed');
create index mail_written on mail (created_at);
create table digest (
  person_id uuid not null references person (id),
  day date not null,
  mail_id uuid references mail (id),
  written_at timestamptz not null,
  primary key (person_id, day)
);
create index digest_mail on digest (mail_id);
create table message (
  id uuid primary key,
  person_id uuid not null references person (id),
  event text not null,
  key text not null,
  organisation_id uuid references organisation (id),
  path text not null,
  said jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  mail_id uuid references mail (id),
  constraint message_once unique (person_id, key)
);
create index message_latest on message (person_id, created_at);
create index message_organisation on message (organisation_id);
create index message_mail on message (mail_id);
create table letter_choice (
  person_id uuid primary key references person (id),
  choices jsonb not null,
  changed_at timestamptz not null,
  row_version integer not null default 1
);
grant select, insert, update, delete on mail_setting, mail, digest, message, letter_choice to opora_app;
-- How many working days before a deadline somebody is reminded of it.
insert into threshold (id, name, value, valid_from, source) values
  ('0192b0a0-0000-7000-8000-000000000004', 'message.remind-before-working-days', '3', '2000-01-01', 'Предложение Опоры; меняется управлением образования');
