-- Facts that can be taken back (a proof, a release from control, an exemption) carry the concurrency counter as well.
alter table proof_item add column row_version integer not null default 1;
alter table control_release add column row_version integer not null default 1;
alter table exemption add column row_version integer not null default 1;
