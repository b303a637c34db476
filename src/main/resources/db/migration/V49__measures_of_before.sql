-- Facts of before say nothing of how their step stood. Of open steps the list of work knows it; what has ended keeps
-- its times and loses only what it could be told apart by. The column is new, so that nothing recorded changes.
alter table step_fact disable trigger step_fact_append_only;

update step_fact fact set about = jsonb_strip_nulls(jsonb_build_object('lane', step.lane,
        'inPerson', step.in_person::text, 'waitsFor', coalesce(step.waits_for, 'officer'),
        'due', case when step.due_at < '9999-01-01' then
            to_char(step.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end))
  from worklist_step step
 where fact.step_id = step.step_id and fact.event = 'CREATED' and fact.about is null;

-- A hold lapses when its day begins in London; of several holds of a step the last is the one that stands.
update step_fact fact set about = jsonb_build_object('until', to_char((step.hold_until::timestamp
        at time zone 'Europe/London') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  from worklist_step step
 where fact.step_id = step.step_id and fact.event = 'ON_HOLD' and fact.about is null and step.hold_until is not null
   and not exists (select from step_fact later where later.step_id = fact.step_id and later.event = 'ON_HOLD'
       and later.id > fact.id);

alter table step_fact enable trigger step_fact_append_only;

-- Steps from before the measures were kept: they are made from the facts when the service starts next, by the same
-- arithmetic as those of every day, which needs the council's calendar.
create table measure_rebuild_due (since timestamptz not null);

insert into measure_rebuild_due select now() where exists (select from step_fact);
