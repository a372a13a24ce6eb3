-- In whose place the controller's decision was made; null where it is her own, or written down for her.
alter table deadline_move add column decided_for uuid references person (id);
alter table deadline_move add constraint deadline_move_decided_for_by_somebody check (decided_for is null or decided_by is not null);
alter table control_release add column released_for uuid references person (id);
