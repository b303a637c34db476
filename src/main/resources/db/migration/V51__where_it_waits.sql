-- Where it waits reads the steps that ended in a period and those that are open now, of all elements or of one.
create index step_measure_element_ended on step_measure (process_key, element_id, ended_at) where ended_at is not null;
create index step_measure_element_open on step_measure (process_key, element_id, created_at) where ended_at is null;
-- Of the steps whose day lay in a period, how many had ended by it.
create index step_measure_due on step_measure (due_at);
