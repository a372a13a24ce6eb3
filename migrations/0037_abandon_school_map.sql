-- An opened correction of a school's map may be given up: it stays to be read, and the map in force goes on.
alter table school_map_revision drop constraint school_map_revision_status_known;
alter table school_map_revision add constraint school_map_revision_status_known
  check (status in ('draft', 'submitted', 'returned', 'agreed', 'approved', 'superseded', 'abandoned'));
