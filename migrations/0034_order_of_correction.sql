-- A correction knows the amending order that was drafted from it, and of which changes it was written.
alter table correction add column order_id uuid references document (id);
alter table correction add column ordered_changes text;
