-- What the threshold said holds on, as far as the week goes that a reminder looks ahead.
update mail_setting set remind_before_days = least(5, greatest(1, (
  select (value #>> '{}')::int from threshold
  where name = 'message.remind-before-working-days' and valid_from <= current_date order by valid_from desc limit 1)));
delete from threshold where name = 'message.remind-before-working-days';
