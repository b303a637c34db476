-- Steps from before the measures were kept: they are made from the facts when the service starts next, by the same
-- arithmetic as those of every day, which needs the council's calendar.
create table measure_rebuild_due (since timestamptz not null);

insert into measure_rebuild_due select now() where exists (select from step_fact);
