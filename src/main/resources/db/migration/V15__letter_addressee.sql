-- Who a letter went to when that was not the applicant, such as another council.
alter table letter add column addressee text;
