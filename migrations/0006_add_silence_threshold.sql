-- After how many days a school that has not opened its plan is named to the coordinator.
insert into threshold (id, name, value, valid_from, source) values
  ('0192b0a0-0000-7000-8000-000000000002', 'assignment.silent-after-days', '3', '2000-01-01', 'Предложение Опоры; меняется управлением образования');
