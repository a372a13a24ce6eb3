-- A file may hold several road maps: which of them become imports is said first.
alter table order_import drop constraint order_import_status_known;
alter table order_import add constraint order_import_status_known
  check (status in ('reading', 'choosing', 'ready', 'failed', 'confirmed', 'abandoned'));
