-- Who reads a file beside its owner is said in file_share.
alter table file drop column shared_down;
