-- The signed original of an order, as it was scanned or photographed, beside the text that is understood.
create table scan (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  edition integer not null,
  created_at timestamptz not null,
  row_version integer not null default 1,
  constraint scan_edition_counts check (edition >= 1)
);
create index scan_organisation on scan (organisation_id);

create table scan_page (
  id uuid primary key,
  scan_id uuid not null references scan (id),
  edition integer not null,
  position integer not null,
  file_id uuid not null references file (id),
  added_by uuid references person (id),
  added_at timestamptz not null,
  constraint scan_page_place unique (scan_id, edition, position)
);
create index scan_page_file on scan_page (file_id);

alter table order_import add column scan_id uuid references scan (id);
alter table document add column scan_id uuid references scan (id);

grant select, insert, update on scan to opora_app;
grant select, insert on scan_page to opora_app;

-- A file may hold several road maps: which of them become imports is said first.
alter table order_import drop constraint order_import_status_known;
alter table order_import add constraint order_import_status_known
  check (status in ('reading', 'choosing', 'ready', 'failed', 'confirmed', 'abandoned'));
