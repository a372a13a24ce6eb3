-- A correction remembers every order about it: the one that stands registered is repealed by the one drafted in its place.
create table correction_order (
  document_id uuid primary key references document (id),
  correction_id uuid not null references correction (id),
  owner_id uuid not null references organisation (id),
  changes text not null,
  written_at timestamptz not null
);
create index correction_order_correction on correction_order (correction_id);
create index correction_order_owner on correction_order (owner_id);

insert into correction_order (document_id, correction_id, owner_id, changes, written_at)
select order_id, id, owner_id, coalesce(ordered_changes, ''), coalesce(decided_at, started_at)
from correction where order_id is not null
on conflict do nothing;

-- From now on only an approved correction names its order: the one that put it in force.
update correction set order_id = null where status <> 'approved';
alter table correction drop column ordered_changes;

grant select, insert on correction_order to opora_app;
