-- The language in which a person reads Opora: her screens on a new computer, and her letters.
alter table person add column language text not null default 'ru';
alter table person add constraint person_language_known check (language in ('ru', 'en'));
