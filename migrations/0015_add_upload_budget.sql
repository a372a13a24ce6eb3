-- How many megabytes one person may upload within an hour.
insert into threshold (id, name, value, valid_from, source) values
  ('0192b0a0-0000-7000-8000-000000000003', 'file.megabytes-per-person-per-hour', '1000', '2000-01-01', 'Предложение Опоры; меняется управлением образования');
