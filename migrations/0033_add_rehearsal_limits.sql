-- Up to how many days an event is short, and how many of them in one longer window are many.
insert into threshold (id, name, value, valid_from, source) values
  ('0192b0a0-0000-7000-8000-000000000005', 'rehearsal.short-event-days', '7', '2000-01-01', 'Предложение Опоры: неделя; меняется управлением образования'),
  ('0192b0a0-0000-7000-8000-000000000006', 'rehearsal.events-in-one-window', '3', '2000-01-01', 'Предложение Опоры; меняется управлением образования');
