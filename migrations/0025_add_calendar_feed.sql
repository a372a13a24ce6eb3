-- The secret link of a person's own calendar: one for each, stored as the hash of its token.
create table calendar_feed (
  person_id uuid primary key references person (id),
  id uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  constraint calendar_feed_token_once unique (token_hash)
);
grant select, insert, update, delete on calendar_feed to opora_app;
