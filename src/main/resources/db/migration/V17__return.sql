-- What the quarterly return to government (H-CLIC) asks besides what casework needs. Protected characteristics may
-- stay unanswered: nobody has to tell them to be helped.
alter table household_member add column sex text check (sex in ('FEMALE', 'MALE', 'OTHER', 'NOT_SAID'));
alter table assessment alter column ethnicity drop not null;
alter table assessment add column last_uprn text check (last_uprn ~ '^[0-9]{1,12}$');
alter table assessment add column postcode_not_known boolean not null default false;
-- Whom the applicant rings about a step of the plan.
alter table housing_plan_step add column contact text check (char_length(contact) <= 200);

-- Taken out of the return, or back into it; the last row counts.
create table return_choice (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    included       boolean     not null,
    reason         text        not null check (char_length(reason) between 1 and 1000),
    chosen_by      text        not null,
    chosen_at      timestamptz not null
);
create index return_choice_case on return_choice (case_reference, id desc);

-- What was done under a prevention or relief duty; the last row of a duty counts.
create table duty_activity (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    duty_id        bigint      not null references duty (id),
    activities     text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index duty_activity_case on duty_activity (case_reference, duty_id, id desc);

-- What became of each support need by the time the case closed; the last row of a need counts.
create table need_help (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    need           text        not null,
    help           text        not null check (help in ('PROVIDED', 'ALREADY_HAD', 'REFUSED', 'NOT_AVAILABLE',
                                                        'NOT_NEEDED', 'NOT_KNOWN')),
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index need_help_case on need_help (case_reference, need, id desc);

-- Each taking of the return: what was handed over, and to what it added up.
create table return_extract (
    id          bigint      generated always as identity primary key,
    quarter     text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    format      text        not null check (format in ('CSV', 'JSON')),
    cases       integer     not null,
    row_count   integer     not null,
    sha256      text        not null,
    taken_by    text        not null,
    taken_at    timestamptz not null
);

create trigger return_choice_append_only before update or delete on return_choice
    for each row execute function refuse_change_of_case_record();
create trigger duty_activity_append_only before update or delete on duty_activity
    for each row execute function refuse_change_of_case_record();
create trigger need_help_append_only before update or delete on need_help
    for each row execute function refuse_change_of_case_record();
create trigger return_extract_append_only before update or delete on return_extract
    for each row execute function refuse_change_of_case_record();

-- The lists of a team, and what happened in a quarter.
create index case_file_team_status on case_file (team, status_since);
create index case_file_status_since on case_file (status_since);
create index duty_started on duty (started_on);
create index duty_ended on duty (ended_on) where ended_on is not null;
create index interim_accommodation_from on interim_accommodation (from_day) where from_day is not null;
create index decision_issued on decision (issued_on) where issued_on is not null;
