-- What measures are made of: one row for each thing that happened to a step, written in the step's own commit.
-- No personal data: usernames of officers, keys of teams, codes and dates only.
create table step_fact (
    id              bigint generated always as identity primary key,
    step_id         text        not null,
    case_reference  text        not null,
    process_key     text        not null,
    process_version int         not null,
    element_id      text        not null,
    event           text        not null check (event in ('CREATED', 'PICKED_UP', 'PUT_BACK', 'HANDED_OVER', 'ON_HOLD',
                                                          'OFF_HOLD', 'REDATED', 'COMPLETED', 'CANCELLED')),
    at              timestamptz not null,
    by_whom         text        not null,
    team            text,
    detail          text
);

create index step_fact_case on step_fact (case_reference);
-- Facts arrive in the order of time, so a block range index answers 'between these days' at almost no cost.
create index step_fact_at on step_fact using brin (at);

create function step_fact_is_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'Facts are only added to, never changed';
end
$$;

create trigger step_fact_append_only before update on step_fact
    for each statement execute function step_fact_is_append_only();
