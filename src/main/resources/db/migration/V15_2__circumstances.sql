-- Changes of circumstances while an approach runs, and what was made of them (HA96 s184, s189A(9)). Append-only.
create table circumstances_change (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    kinds          text        not null check (kinds <> ''),
    what           text        not null,
    happened_on    date        not null,
    told_by        text        not null,
    reported_by    text        not null,
    reported_at    timestamptz not null
);
create index circumstances_change_case on circumstances_change (case_reference, id);

create table circumstances_considered (
    change_id          bigint      primary key references circumstances_change (id),
    reopened           text        not null,
    reasons            text        not null,
    assessment_changes boolean     not null,
    interim_due        boolean     not null,
    at_risk            boolean     not null,
    plan_review        boolean     not null,
    considered_by      text        not null,
    considered_at      timestamptz not null
);

create table assessment_revision (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    circumstances  text        not null,
    housing_needs  text        not null,
    support        text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index assessment_revision_case on assessment_revision (case_reference, id);

-- How far each step of a plan had been taken when the plan was looked at (s189A(9)).
create table housing_plan_step_review (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    plan_version   integer     not null,
    position       integer     not null,
    done           text        not null check (done in ('DONE', 'UNDER_WAY', 'NOT_DONE', 'NO_LONGER_FITS')),
    by_whom        text,
    words          text,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index housing_plan_step_review_case on housing_plan_step_review (case_reference, plan_version, position);

create trigger circumstances_change_append_only before update or delete on circumstances_change
    for each row execute function refuse_change_of_case_record();
create trigger circumstances_considered_append_only before update or delete on circumstances_considered
    for each row execute function refuse_change_of_case_record();
create trigger assessment_revision_append_only before update or delete on assessment_revision
    for each row execute function refuse_change_of_case_record();
create trigger housing_plan_step_review_append_only before update or delete on housing_plan_step_review
    for each row execute function refuse_change_of_case_record();
