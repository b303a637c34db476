-- What was secured at the end of a duty, where it was not recorded when the duty ended, as on imported cases.
alter table duty_activity add column resolved_by text;
alter table duty_activity add column accommodation text;
alter table duty_activity add column in_district boolean;
