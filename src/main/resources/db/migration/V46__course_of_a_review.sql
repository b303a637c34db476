-- The course of a review under s202: who reviews, what was told and heard, what was agreed, and what a court said.

-- Two decisions of a case can be under review at once, whichever length the regulations give for each; one decision only
-- once at a time.
drop index statutory_review_running;
create unique index statutory_review_running
    on statutory_review (case_reference, matter, decision_notified, coalesce(subject, ''))
    where outcome is null and late_accepted is not false;
create index statutory_review_open on statutory_review (requested_on) where outcome is null and late_accepted is not false;

-- What happened in it, in order. who names the reviewer by username; code holds a fixed answer.
create table review_event (
    id          bigint generated always as identity primary key,
    review_id   bigint      not null references statutory_review (id),
    kind        text        not null check (kind in ('REVIEWER', 'ACKNOWLEDGED', 'REPRESENTATIONS', 'EXAMINED', 'MINDED',
                                'MINDED_TO', 'HEARING', 'EXTENDED', 'IN_TIME', 'OUT_OF_TIME', 'APPEAL', 'COURT')),
    on_day      date        not null,
    until_day   date,
    code        text        check (char_length(code) <= 60),
    who         text        check (char_length(who) <= 200),
    words       text        check (char_length(words) between 1 and 10000),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check (kind <> 'REVIEWER' or who is not null),
    check (kind not in ('REPRESENTATIONS', 'MINDED', 'MINDED_TO', 'HEARING', 'EXTENDED') or words is not null),
    check (kind not in ('ACKNOWLEDGED', 'MINDED_TO', 'EXTENDED') or until_day is not null),
    check (kind not in ('EXAMINED', 'COURT', 'REPRESENTATIONS') or code is not null)
);
create index review_event_review on review_event (review_id, id);

-- Accommodation until the review (s188(3)) or the appeal (s204(4)) is decided: considered each time that it is asked for
-- or that something new is known, with what was weighed.
create table review_accommodation (
    id            bigint generated always as identity primary key,
    review_id     bigint      not null references statutory_review (id),
    appeal        boolean     not null,
    granted       boolean     not null,
    merits        text        not null check (char_length(merits) between 1 and 4000),
    new_material  text        not null check (char_length(new_material) between 1 and 4000),
    circumstances text        not null check (char_length(circumstances) between 1 and 4000),
    reasons       text        not null check (char_length(reasons) between 1 and 4000),
    decided_on    date        not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null
);
create index review_accommodation_review on review_accommodation (review_id, id);

do $$
declare t text;
begin
    foreach t in array array['review_event', 'review_accommodation'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
        execute format('create trigger %I before truncate on %I for each statement execute function'
            || ' refuse_change_of_case_record()', t || '_no_truncate', t);
    end loop;
end $$;
