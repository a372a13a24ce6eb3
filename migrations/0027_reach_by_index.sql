-- What lies below a place, from the index alone: asked in nearly every statement.
create index organisation_reach on organisation (path text_pattern_ops) include (id);
drop index organisation_path_prefix;
