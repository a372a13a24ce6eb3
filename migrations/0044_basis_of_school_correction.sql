-- A school's correction names what kind of thing it rests on, as the authority's does. Null for a map's first revision
-- and for corrections made before this was asked.
alter table school_map_revision add column basis_kind text;
