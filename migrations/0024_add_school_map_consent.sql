-- What a school says of its own row after the authority's map has changed under it.
create table school_map_consent (
  id uuid primary key,
  school_map_id uuid not null references school_map (id),
  activity_id uuid not null references activity (id),
  inherited_id uuid not null references road_map_revision (id),
  answer text not null,
  on_behalf text,
  given_by uuid references person (id),
  given_at timestamptz not null,
  constraint school_map_consent_once unique (activity_id, inherited_id),
  constraint school_map_consent_answer_known check (answer in ('keep', 'change', 'remove')),
  constraint school_map_consent_on_behalf_known check (on_behalf in ('letter', 'call', 'photo'))
);
create index school_map_consent_map on school_map_consent (school_map_id);

grant select, insert, update on school_map_consent to opora_app;
