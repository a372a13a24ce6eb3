-- A correction may name the road map anew; a revision remembers what the map was called before it.
alter table correction add column new_title text;
alter table road_map_revision add column title_before text;
