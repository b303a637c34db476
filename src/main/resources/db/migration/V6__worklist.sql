-- One row per open step, kept by listeners in the engine's own transaction. Everything that a list shows is in the
-- row, so that a page is one index scan and no join.
create table worklist_step (
    step_id             text        not null,
    case_reference      text        not null,
    applicant_name      text        not null,
    name_words          tsvector    not null,
    date_of_birth       date,
    flags               text[]      not null,
    team                text        not null,
    owner               text,
    owned_since         timestamptz,
    role                text,
    lane                text,
    in_person           boolean     not null,
    due_at              timestamptz not null,
    clock_kind          text,
    clock_last_day      date,
    hold_reason         text,
    hold_until          date,
    process_key         text        not null,
    process_version     integer     not null,
    process_instance_id text        not null,
    element_id          text        not null,
    name                text        not null,
    documentation       text,
    form_key            text,
    provision           text,
    waits_for           text,
    created_at          timestamptz not null,
    constraint worklist_step_pk primary key (step_id)
);

-- My work; also what a leaver or an absent officer holds.
create index worklist_step_owner on worklist_step (owner, due_at, step_id) where owner is not null;
-- The team's queue, most urgent first, and its overdue part.
create index worklist_step_team on worklist_step (team, due_at, step_id);
-- The queue narrowed to one lane or one kind of step, which may be rare in it.
create index worklist_step_team_lane on worklist_step (team, lane, due_at, step_id);
create index worklist_step_team_element on worklist_step (team, element_id, due_at, step_id);
-- Take the next: only what nobody holds.
create index worklist_step_free on worklist_step (team, due_at, step_id) where owner is null;
-- Everything, by permission.
create index worklist_step_due on worklist_step (due_at, step_id);
-- The case page, and keeping a case's rows current.
create index worklist_step_case on worklist_step (case_reference);
-- Find by the beginning of any part of a name, and by date of birth.
create index worklist_step_name on worklist_step using gin (name_words) with (fastupdate = off);
create index worklist_step_born on worklist_step (date_of_birth) where date_of_birth is not null;

-- What an officer has typed and not yet submitted, unchecked, as the browser sent it.
create table step_draft (
    step_id  text        not null,
    officer  text        not null,
    answers  jsonb       not null,
    saved_at timestamptz not null,
    constraint step_draft_pk primary key (step_id, officer)
);

-- How each step ended and, where an officer completed it, every answer given, a designer's own questions included.
create table step_answer (
    step_id         text        not null,
    case_reference  text        not null,
    process_key     text        not null,
    process_version integer     not null,
    element_id      text        not null,
    form_key        text,
    name            text        not null,
    ended_how       text        not null,
    answers         jsonb,
    ended_by        text        not null,
    ended_at        timestamptz not null,
    constraint step_answer_pk primary key (step_id)
);
create index step_answer_case on step_answer (case_reference, ended_at);

create function step_answer_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'step_answer is append-only';
end
$$;
create trigger step_answer_append_only before update or delete on step_answer
    for each row execute function step_answer_is_append_only();

-- An officer's own named filters. Never a person's name or date of birth.
create table saved_search (
    id      bigint generated always as identity,
    officer text  not null,
    name    text  not null,
    list    text  not null,
    query   text  not null,
    constraint saved_search_pk primary key (id),
    constraint saved_search_name unique (officer, name)
);
