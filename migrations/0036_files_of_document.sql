-- The files of a paper as they were made when it got its number, and its copies with the mark of an electronic signature:
-- made once, and given out ever after.
create table document_file (
  document_id uuid not null references document (id),
  form text not null,
  place integer not null,
  file_id uuid not null references file (id),
  made_at timestamptz not null,
  primary key (document_id, form, place),
  constraint document_file_form_known check (form in ('pdf', 'docx', 'annex', 'marked'))
);
create index document_file_file on document_file (file_id);

grant select, insert on document_file to opora_app;
