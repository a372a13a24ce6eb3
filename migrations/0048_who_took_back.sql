-- Who took back what the controller had decided, and in whose place; null where nothing was taken back, or before this was kept.
alter table deadline_move add column ended_by uuid references person (id);
alter table deadline_move add column ended_for uuid references person (id);
alter table deadline_move add constraint deadline_move_ended_by_somebody check (ended_at is not null or ended_by is null);
alter table deadline_move add constraint deadline_move_ended_for_by_somebody check (ended_for is null or ended_by is not null);
alter table control_release add column revoked_by uuid references person (id);
alter table control_release add column revoked_for uuid references person (id);
alter table control_release add constraint control_release_revoked_by_somebody check (revoked_at is not null or revoked_by is null);
alter table control_release add constraint control_release_revoked_for_by_somebody check (revoked_for is null or revoked_by is not null);
alter table exemption add column revoked_by uuid references person (id);
alter table exemption add constraint exemption_revoked_by_somebody check (revoked_at is not null or revoked_by is null);
