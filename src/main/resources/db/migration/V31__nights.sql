-- The nights that households spend in bed and breakfast.

-- Since when someone makes the household one with family commitments, where that is not the day that follows from their
-- date of birth, such as a child who joined later. The last row of a person counts.
create table family_since (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    member_id      bigint      not null references household_member,
    from_day       date        not null,
    why            text        not null check (char_length(why) between 1 and 500),
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index family_since_case on family_since (case_reference, id);

-- What the count of a household was when it was last counted, so that a count that comes out differently is noticed.
create table nights_watch (
    case_reference text        primary key references case_file,
    -- The nights that count; the last ones may have no end, because they go on.
    counted        datemultirange not null,
    -- The highest point of the count for which somebody was told; 0 for none.
    point          int         not null default 0,
    under_18_told  boolean     not null default false,
    -- Whether the process that watches them runs.
    running        boolean     not null default false,
    counted_at     timestamptz not null
);

-- Each point of the count that was reached, never changed. Point 0 is the first night of someone under 18.
create table nights_alert (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    point          int         not null,
    counted        int         not null,
    night_on       date        not null,
    raised_at      timestamptz not null
);
create index nights_alert_case on nights_alert (case_reference, id);

-- What was answered at the points: the way out, and for stays beyond the limit what was done about it.
create table nights_answer (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    level          text        not null check (level in ('PLAN', 'REVIEW', 'SECURE', 'ANSWER', 'ACCOUNT')),
    counted        int         not null,
    unlawful_since date,
    words          text        not null check (char_length(words) between 1 and 2000),
    out_by         date,
    told_household boolean,
    remedy         text        check (char_length(remedy) <= 2000),
    remedy_pence   int         check (remedy_pence >= 0),
    answered_by    text        not null,
    answered_at    timestamptz not null
);
create index nights_answer_case on nights_answer (case_reference, id);
