-- A file is read beside its owner by whom it was handed to, and by nobody else below the owner.
create table file_share (
  file_id uuid not null references file (id),
  organisation_id uuid not null references organisation (id),
  primary key (file_id, organisation_id)
);
create index file_share_organisation on file_share (organisation_id);
grant select, insert, update, delete on file_share to opora_app;
