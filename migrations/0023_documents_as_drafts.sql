-- Papers that are written here: a draft, its number from the office's journal, its signature, and who has read it.
alter table document add column status text not null default 'registered';
alter table document add column body jsonb;
alter table document add column audience text not null default 'everyone';
alter table document add column programme_id uuid references programme (id);
alter table document add column due_on date;
alter table document add column due_time text;
alter table document add column created_by uuid references person (id);
alter table document add column row_version integer not null default 1;
alter table document add constraint document_status_known
  check (status in ('draft', 'registered', 'signed', 'abandoned'));
alter table document add constraint document_audience_known check (audience in ('everyone', 'addressees'));
alter table document drop constraint document_kind_known;
alter table document add constraint document_kind_known
  check (kind in ('order', 'letter', 'protocol', 'report', 'incoming-letter', 'resolution'));
create index document_number on document (organisation_id, kind, number);

-- To whom a paper is addressed; from its registration on they read it.
create table document_addressee (
  document_id uuid not null references document (id),
  organisation_id uuid not null references organisation (id),
  primary key (document_id, organisation_id)
);
create index document_addressee_organisation on document_addressee (organisation_id);

create table document_signature (
  id uuid primary key,
  document_id uuid not null references document (id),
  form text not null,
  file_id uuid not null references file (id),
  signer text not null,
  signed_on date not null,
  certificate jsonb,
  added_by uuid references person (id),
  added_at timestamptz not null,
  constraint document_signature_form_known check (form in ('scan', 'detached'))
);
create index document_signature_document on document_signature (document_id);

-- «Ознакомлен»: by the person herself, or recorded for a school that said so.
create table document_acquaintance (
  id uuid primary key,
  document_id uuid not null references document (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id),
  name text not null,
  acquainted_on date not null,
  on_behalf text,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null
);
create unique index document_acquaintance_once on document_acquaintance (document_id, organisation_id, person_id)
  where person_id is not null;
create index document_acquaintance_document on document_acquaintance (document_id);

grant select, insert, update, delete on document_addressee to opora_app;
grant select, insert, update on document_signature to opora_app;
grant select, insert, update on document_acquaintance to opora_app;
