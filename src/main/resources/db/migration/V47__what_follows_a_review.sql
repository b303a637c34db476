-- What follows a decision that no longer stands: written down once, and never changed.

create table review_consequence (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    review_id      bigint      not null references statutory_review (id),
    -- the review itself, or the county court on appeal (s204)
    cause          text        not null check (cause in ('REVIEW', 'COURT')),
    court_on       date,
    court_order    text        check (char_length(court_order) between 1 and 4000),
    -- the key of the reviewed decision; null where it is not on this case's record
    subject        text        check (subject ~ '^[a-z]+(-[a-z]+)*-[0-9]+$'),
    duty_id        bigint      references duty (id),
    goes_on        text,
    stage          text,
    plan_changes   boolean     not null,
    home_needed    boolean     not null,
    by_hand        boolean     not null,
    status_before  text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check ((cause = 'COURT') = (court_on is not null) and (cause = 'COURT') = (court_order is not null)),
    -- one overturned decision has one set of consequences, however often a job is tried again
    unique (review_id, cause)
);
create index review_consequence_case on review_consequence (case_reference, id);

create table review_act (
    id             bigint      generated always as identity primary key,
    consequence_id bigint      not null references review_consequence (id),
    case_reference text        not null,
    kind           text        not null check (kind in ('SET_ASIDE', 'COUNTS_AGAIN', 'MAY_STAY', 'MUST_LEAVE_AGAIN',
        'DUTY_GOES_ON', 'DUTY_ENDED_AGAIN', 'STEP_OPENED', 'NOT_OPENED', 'WRITTEN', 'SPOKEN', 'OTHERS_TOLD',
        'CANNOT_BE_UNDONE', 'REMEDY')),
    subject        text,
    words          text        check (char_length(words) <= 4000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    unique nulls not distinct (consequence_id, kind, subject)
);
create index review_act_case on review_act (case_reference, id);

create trigger review_consequence_append_only before update or delete on review_consequence
    for each row execute function refuse_change_of_case_record();
create trigger review_consequence_no_truncate before truncate on review_consequence
    for each statement execute function refuse_change_of_case_record();
create trigger review_act_append_only before update or delete on review_act
    for each row execute function refuse_change_of_case_record();
create trigger review_act_no_truncate before truncate on review_act
    for each statement execute function refuse_change_of_case_record();

-- What was set aside and does not count again. A duty that no longer counts stands here as owed-<id>.
create view no_longer_stands as
select case_reference, subject from (
    select distinct on (case_reference, subject) case_reference, subject, kind from review_act
    where kind in ('SET_ASIDE', 'COUNTS_AGAIN') order by case_reference, subject, id desc) last
where kind = 'SET_ASIDE';
