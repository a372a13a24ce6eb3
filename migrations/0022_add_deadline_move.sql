-- A later day for one window of an organisation's part: asked, granted or declined.
create table deadline_move (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  organisation_id uuid not null references organisation (id),
  window_start date,
  window_end date,
  asked_until date not null,
  reason text not null,
  asked_by uuid not null references person (id),
  on_behalf text,
  asked_at timestamptz not null,
  status text not null,
  granted_until date,
  decided_by uuid references person (id),
  decided_at timestamptz,
  resolution_on date,
  resolution text not null default '',
  ended_at timestamptz,
  row_version integer not null default 1,
  constraint deadline_move_has_reason check (reason <> ''),
  constraint deadline_move_on_behalf_known check (on_behalf in ('letter', 'call', 'photo')),
  constraint deadline_move_status_known check (status in ('waiting', 'granted', 'declined', 'withdrawn', 'revoked')),
  constraint deadline_move_granted_with_day check ((status in ('granted', 'revoked')) = (granted_until is not null)),
  constraint deadline_move_decided_by_somebody check ((status in ('granted', 'declined', 'revoked')) = (decided_by is not null and decided_at is not null)),
  constraint deadline_move_declined_with_reason check (status <> 'declined' or resolution <> ''),
  constraint deadline_move_end_has_moment check ((status in ('withdrawn', 'revoked')) = (ended_at is not null))
);
create unique index deadline_move_one_waiting on deadline_move (activity_id, organisation_id, window_start, window_end) nulls not distinct where status = 'waiting';
create index deadline_move_cell on deadline_move (activity_id, organisation_id);
create index deadline_move_organisation on deadline_move (organisation_id);
grant select, insert, update, delete on deadline_move to opora_app;
