-- After a household has moved into a settled home: whether it goes well, at 4 weeks, 12 weeks and 6 months.
create table sustainment (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    -- the offer that led there; null where they found the home themselves
    offer_id       bigint,
    address        text        not null check (char_length(address) between 1 and 500),
    from_day       date        not null,
    begun_by       text        not null,
    begun_at       timestamptz not null,
    ended_on       date,
    ended_as       text        check (ended_as in ('SUSTAINED', 'HELP_REOPENED', 'MOVED_ON')),
    check ((ended_on is null) = (ended_as is null))
);
create unique index sustainment_open on sustainment (case_reference) where ended_on is null;
create index sustainment_case on sustainment (case_reference, id);

create table sustainment_check (
    id             bigint      generated always as identity primary key,
    sustainment_id bigint      not null references sustainment,
    round          text        not null check (round in ('WEEKS_4', 'WEEKS_12', 'MONTHS_6')),
    outcome        text        not null check (outcome in ('WELL', 'HELP', 'AT_RISK', 'NOT_REACHED', 'MOVED_ON',
                                   'HELP_ARRANGED')),
    -- what was found, as codes, such as RENT_BEHIND
    found          text[]      not null default '{}',
    words          text        not null check (char_length(words) between 1 and 2000),
    -- when to try again (NOT_REACHED), or by when the help is there (HELP_ARRANGED)
    on_day         date,
    helper         text        check (char_length(helper) <= 200),
    new_case       text        references case_file,
    noted_by       text        not null,
    noted_at       timestamptz not null,
    check ((outcome in ('NOT_REACHED', 'HELP_ARRANGED')) = (on_day is not null)),
    check ((outcome = 'HELP_ARRANGED') = (helper is not null))
);
create index sustainment_check_of on sustainment_check (sustainment_id, id);
create trigger sustainment_check_append_only before update or delete on sustainment_check
    for each row execute function refuse_change_of_case_record();
create trigger sustainment_check_no_truncate before truncate on sustainment_check
    for each statement execute function refuse_change_of_case_record();
