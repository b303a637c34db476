-- The day in London of a moment, by which flows are counted.
create function london_day(moment timestamptz) returns date language sql stable parallel safe
    return (moment at time zone 'Europe/London')::date;

-- Flow over time reads one process: its open steps, and those that ended lately.
create index step_measure_process_ended on step_measure (process_key, ended_at);
