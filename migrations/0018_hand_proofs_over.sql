-- A file that proves an activity is handed to whoever's activity it is: she still opens it when the school has moved away.
insert into file_share (file_id, organisation_id)
select distinct p.file_id, a.owner_id from proof_item p join activity a on a.id = p.activity_id
where p.file_id is not null
on conflict do nothing;
