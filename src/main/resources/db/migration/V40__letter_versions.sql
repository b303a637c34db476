-- Of which wording a letter was made. What was issued before wordings had numbers was made of the first.
alter table letter add column template_version integer not null default 1 check (template_version > 0);
alter table letter alter column template_version drop default;
