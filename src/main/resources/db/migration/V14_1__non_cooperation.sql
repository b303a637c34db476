-- From a step of the plan that was refused to the end of the warning (Housing Act 1996 s193B). One at a time on a case.
create table non_cooperation (
    id               bigint      generated always as identity primary key,
    case_reference   text        not null,
    duty_id          bigint      not null references duty (id),
    duty             text        not null check (duty in ('PREVENTION', 'RELIEF')),
    plan_version     integer     not null,
    steps            text        not null check (char_length(steps) > 0),
    why_deliberate   text        not null,
    why_unreasonable text        not null,
    considered       text        not null check (char_length(considered) > 0),
    circumstances    text        not null,
    given_how        text        not null check (given_how in ('POST', 'BY_HAND', 'EMAIL', 'COLLECTION')),
    respond_by       date        not null,
    opened_by        text        not null,
    opened_at        timestamptz not null,
    warned_on        date,
    settled          text        check (settled in ('STEP_TAKEN', 'GOOD_REASON', 'NOTICE_GIVEN', 'DUTY_ENDED')),
    settled_notes    text,
    settled_by       text,
    settled_at       timestamptz,
    check ((settled is null) = (settled_by is null) and (settled is null) = (settled_at is null))
);
create unique index non_cooperation_open on non_cooperation (case_reference) where settled is null;
create index non_cooperation_case on non_cooperation (case_reference, id);

-- A notice under s193B(2), from draft to letter. Who authorises it is not who drafted it (SI 2018/223 reg 3).
create table non_cooperation_notice (
    id                 bigint      generated always as identity primary key,
    non_cooperation_id bigint      not null references non_cooperation (id),
    case_reference     text        not null,
    steps              text        not null,
    reasons            text        not null,
    considered         text        not null,
    given_how          text        not null check (given_how in ('POST', 'BY_HAND', 'EMAIL', 'COLLECTION')),
    drafted_by         text        not null,
    drafted_at         timestamptz not null,
    status             text        not null check (status in ('DRAFT', 'RETURNED', 'AUTHORISED', 'GIVEN')),
    answered_by        text,
    answered_at        timestamptz,
    comments           text,
    given_on           date,
    check (status = 'DRAFT' or answered_by is not null),
    check (answered_by is null or answered_by <> drafted_by),
    check ((status = 'GIVEN') = (given_on is not null))
);
create index non_cooperation_notice_case on non_cooperation_notice (case_reference, id);
