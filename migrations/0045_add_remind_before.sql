-- How many working days before a deadline somebody is reminded of it: set where letters are.
alter table mail_setting
  add column remind_before_days integer not null default 3,
  add constraint mail_setting_remind_before_within_a_week check (remind_before_days between 1 and 5);
