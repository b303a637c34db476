-- A duty that was accepted, and its letter sent, before the case came here: nothing is sent about its beginning again.
alter table duty add column notified_elsewhere boolean not null default false;

-- Reviews under s202: asked for, carried out by somebody senior who had no part in the decision, and notified.
-- decided_by names who made the decision under review: usernames with commas between them, or names of people who have
-- no account here, such as an officer of the years before.
create table statutory_review (
    id                 bigint generated always as identity primary key,
    case_reference     text        not null,
    matter             text        not null,
    decision_notified  date        not null,
    decided_by         text        not null,
    requested_on       date        not null,
    received_how       text        not null,
    request            text        not null check (char_length(request) between 1 and 4000),
    late               boolean     not null,
    late_accepted      boolean,
    late_reasons       text        check (char_length(late_reasons) <= 2000),
    clock              text        not null,
    extended_to        date,
    extension_agreed   date,
    recorded_by        text        not null,
    recorded_at        timestamptz not null,
    outcome            text        check (outcome in ('UPHELD', 'OVERTURNED', 'WITHDRAWN')),
    reasons            text        check (char_length(reasons) <= 10000),
    decided_by_review  text,
    decided_at         timestamptz,
    notified_on        date,
    -- a late request needs a decision on whether to take it, with reasons; one in time needs none
    check (late = (late_accepted is not null) and late = (late_reasons is not null)),
    check ((extended_to is null) = (extension_agreed is null)),
    check ((outcome is null) = (reasons is null) and (outcome is null) = (decided_by_review is null)
        and (outcome is null) = (decided_at is null)),
    check (requested_on >= decision_notified),
    check (outcome is null or late_accepted is not false)
);
create index statutory_review_case on statutory_review (case_reference, id);
-- A clock of one length runs at most once on a case.
create unique index statutory_review_running on statutory_review (case_reference, clock)
    where outcome is null and late_accepted is not false;
