-- Acts by which a person's data were destroyed. Whose they were stands here by number alone.
create table destruction_act (
  id uuid primary key,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  number text not null,
  signed_on date not null,
  reason text not null,
  backups_until date not null,
  ordered_by uuid references person (id),
  ordered_at timestamptz not null,
  done_at timestamptz,
  destroyed jsonb not null,
  constraint destruction_act_once unique (person_id),
  constraint destruction_act_number_unique unique (organisation_id, number, signed_on)
);
grant select, insert, update on destruction_act to opora_app;
