-- Through whose eyes an administrator looks in this session; nothing can be changed meanwhile.
alter table session add column viewed_id uuid references person (id);
