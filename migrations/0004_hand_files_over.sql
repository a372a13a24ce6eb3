-- The letter of a task goes to its recipients, the signed order to the schools to which its road map was sent.
insert into file_share (file_id, organisation_id)
select d.file_id, r.organisation_id
from task t
join document d on d.id = t.letter_id
join task_recipient r on r.activity_id = t.activity_id
where d.file_id is not null
union
select d.file_id, s.organisation_id
from dispatch s
join road_map_revision v on v.road_map_id = s.road_map_id and v.status <> 'draft'
join document d on d.id = v.document_id
where d.file_id is not null;
