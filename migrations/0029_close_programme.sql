-- A project is closed when its year is over, or by hand with a reason. What is closed is read and no longer changed:
-- the database itself refuses the application's writes, so that no service can forget to ask.
alter table programme
  add column closed_at timestamptz,
  add column closed_by uuid references person (id),
  add column closed_reason text not null default '',
  add constraint programme_closed_whole check (closed_at is not null or (closed_by is null and closed_reason = ''));

create function refuse_closed_programme() returns trigger language plpgsql as $$
declare
  closed boolean;
begin
  -- A restore and a migration write as the owner.
  if current_user <> 'opora_app' then
    return null;
  end if;
  if tg_argv[0] = 'programme' then
    select exists (
      select from changed c join programme p on p.id = c.programme_id where p.closed_at is not null) into closed;
  elsif tg_argv[0] = 'road_map' then
    select exists (
      select from changed c join road_map r on r.id = c.road_map_id join programme p on p.id = r.programme_id
      where p.closed_at is not null) into closed;
  elsif tg_argv[0] = 'school_map' then
    select exists (
      select from changed c join school_map s on s.id = c.school_map_id join programme p on p.id = s.programme_id
      where p.closed_at is not null) into closed;
  else
    select exists (
      select from changed c join activity a on a.id = c.activity_id join road_map r on r.id = a.road_map_id
        join programme p on p.id = r.programme_id
      where p.closed_at is not null
      union all
      -- What a school set itself stands in its own map.
      select from changed c join school_map_row m on m.activity_id = c.activity_id
        join school_map s on s.id = m.school_map_id join programme p on p.id = s.programme_id
      where p.closed_at is not null) into closed;
  end if;
  if closed then
    raise exception 'the project is closed' using errcode = 'OP001';
  end if;
  return null;
end
$$;

create trigger participant_insert_closed after insert on participant referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger participant_update_closed after update on participant referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger variant_change_insert_closed after insert on variant_change referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger variant_change_update_closed after update on variant_change referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger road_map_insert_closed after insert on road_map referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger road_map_update_closed after update on road_map referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger school_map_insert_closed after insert on school_map referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger school_map_update_closed after update on school_map referencing new table as changed
  for each statement execute function refuse_closed_programme('programme');
create trigger road_map_revision_insert_closed after insert on road_map_revision referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger road_map_revision_update_closed after update on road_map_revision referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger dispatch_insert_closed after insert on dispatch referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger dispatch_update_closed after update on dispatch referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger correction_insert_closed after insert on correction referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger correction_update_closed after update on correction referencing new table as changed
  for each statement execute function refuse_closed_programme('road_map');
create trigger school_map_revision_insert_closed after insert on school_map_revision referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_revision_update_closed after update on school_map_revision referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_row_insert_closed after insert on school_map_row referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_row_update_closed after update on school_map_row referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_comment_insert_closed after insert on school_map_comment referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_comment_update_closed after update on school_map_comment referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_consent_insert_closed after insert on school_map_consent referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger school_map_consent_update_closed after update on school_map_consent referencing new table as changed
  for each statement execute function refuse_closed_programme('school_map');
create trigger proof_item_insert_closed after insert on proof_item referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger proof_item_update_closed after update on proof_item referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger submission_insert_closed after insert on submission referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger submission_update_closed after update on submission referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger control_release_insert_closed after insert on control_release referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger control_release_update_closed after update on control_release referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger exemption_insert_closed after insert on exemption referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger exemption_update_closed after update on exemption referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger deadline_move_insert_closed after insert on deadline_move referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
create trigger deadline_move_update_closed after update on deadline_move referencing new table as changed
  for each statement execute function refuse_closed_programme('activity');
