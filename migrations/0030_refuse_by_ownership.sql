-- Whoever owns the tables restores and migrates; the application's role may bear any name.
create or replace function refuse_closed_programme() returns trigger language plpgsql as $$
declare
  closed boolean;
begin
  -- A restore and a migration write as the owner.
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
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
