-- Slots that are offered, appointments, and the address under which an officer's calendar is read.

-- A time at which an officer can see somebody at an office.
create table appointment_slot (
    id           bigint generated always as identity primary key,
    officer      text        not null,
    office       text        not null check (char_length(office) between 1 and 100),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    made_at      timestamptz not null,
    made_by      text        not null,
    withdrawn_at timestamptz,
    check (ends_at > starts_at and ends_at <= starts_at + interval '4 hours'),
    -- Text has no operator class for gist without an extension; a hash of 64 bits as a range of one needs none, and two
    -- usernames that share one are not to be expected.
    constraint slot_offered_once exclude using gist (
        int8range(hashtextextended(officer, 0), hashtextextended(officer, 0), '[]') with &&,
        tstzrange(starts_at, ends_at) with &&) where (withdrawn_at is null)
);
create index appointment_slot_time on appointment_slot (starts_at) where withdrawn_at is null;

create table appointment (
    id             bigint generated always as identity primary key,
    -- Names the event in calendars; tells nothing of the case.
    uid            uuid        not null unique default gen_random_uuid(),
    case_reference text        not null references case_file,
    purpose        text        not null check (purpose in ('SIGN_UP', 'ASSESSMENT', 'PLAN_REVIEW', 'OTHER')),
    placement_id   bigint      references placement,
    venue          text        not null check (venue in ('OFFICE', 'HOSPITAL', 'REFUGE', 'HOME', 'UNIT')),
    place          text        not null check (char_length(place) between 1 and 300),
    officer        text        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    status         text        not null check (status in ('BOOKED', 'ATTENDED', 'DID_NOT_ATTEND', 'CANCELLED')),
    missed_cause   text,
    missed_next    text,
    -- Why it was moved or cancelled, or what is known of why they did not come.
    words          text        check (char_length(words) <= 1000),
    made_at        timestamptz not null,
    made_by        text        not null,
    version        int         not null default 0,
    check (ends_at > starts_at and ends_at <= starts_at + interval '4 hours'),
    check ((status = 'DID_NOT_ATTEND') = (missed_cause is not null)),
    check ((missed_cause is null) = (missed_next is null)),
    -- An officer is in one place at a time, and so is a household.
    constraint officer_booked_once exclude using gist (
        int8range(hashtextextended(officer, 0), hashtextextended(officer, 0), '[]') with &&,
        tstzrange(starts_at, ends_at) with &&) where (status in ('BOOKED', 'ATTENDED')),
    constraint household_booked_once exclude using gist (
        int8range(hashtextextended(case_reference, 0), hashtextextended(case_reference, 0), '[]') with &&,
        tstzrange(starts_at, ends_at) with &&) where (status in ('BOOKED', 'ATTENDED'))
);
create index appointment_case on appointment (case_reference, starts_at);
create index appointment_officer on appointment (officer, starts_at);
create index appointment_placement on appointment (placement_id) where placement_id is not null;

-- Only a digest of the address is kept: whoever reads the database cannot read a calendar with it.
create table calendar_feed (
    username text        primary key,
    digest   text        not null unique,
    made_at  timestamptz not null
);
