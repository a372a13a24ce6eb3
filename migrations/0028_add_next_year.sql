-- A road map goes on into the next year as an import like any other; asked for twice, it is the same one.
alter table order_import add column rolled_from uuid references road_map (id);
create unique index order_import_rolled_once on order_import (rolled_from, context_year)
  where rolled_from is not null and status <> 'abandoned';
