-- A project's title may be corrected; the order that founded it is still known by the title that it gave.
alter table programme add column first_title text;
