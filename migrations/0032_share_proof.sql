-- One event may prove several rows: the proofs of all of them name the first, and its file is kept once.
alter table proof_item add column shared_id uuid references proof_item (id);
create index proof_item_shared on proof_item (shared_id) where shared_id is not null;
