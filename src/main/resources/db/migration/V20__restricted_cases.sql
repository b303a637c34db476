-- Which cases are restricted, and who may know of them. A row in case_restriction hides the case from everybody who has
-- no running row in case_access. What was lifted or withdrawn stands in the audit.

create table case_restriction (
    case_reference text        primary key references case_file,
    kind           text        not null check (kind in ('DOMESTIC_ABUSE', 'STAFF', 'OTHER')),
    reason         text        not null check (char_length(reason) between 1 and 500),
    -- answers for who is named, and is told of every emergency access; always named too
    manager        text        not null references account,
    restricted_by  text        not null,
    restricted_at  timestamptz not null
);

create table case_access (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    username       text        not null references account,
    kind           text        not null check (kind in ('NAMED', 'EMERGENCY')),
    reason         text        check (char_length(reason) <= 500),
    given_by       text        not null,
    given_at       timestamptz not null,
    ends_at        timestamptz,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    check ((kind = 'EMERGENCY') = (ends_at is not null)),
    check (kind = 'NAMED' or reason is not null)
);
create index case_access_of_case on case_access (case_reference, username) where withdrawn_at is null;
create index case_access_of_person on case_access (username) where withdrawn_at is null;
create unique index case_access_named_once on case_access (case_reference, username)
    where kind = 'NAMED' and withdrawn_at is null;

-- What somebody should know about a restricted case: an emergency access, or that one of its people appeared elsewhere.
create table access_alert (
    id             bigint      generated always as identity primary key,
    for_username   text        not null references account,
    case_reference text        not null references case_file,
    kind           text        not null,
    about          text        not null,
    detail         text,
    raised_at      timestamptz not null,
    seen_at        timestamptz
);
create index access_alert_unseen on access_alert (for_username) where seen_at is null;
