-- Districts, providers, units of temporary accommodation, who is in which unit in which night, and placements.

-- A council area of England that is a housing authority, by its ONS code.
create table district (
    code           text primary key check (code ~ '^E0[6-9][0-9]{6}$'),
    name           text not null unique check (char_length(name) between 1 and 100),
    -- Where a notice under s208 goes; null while nobody has entered it.
    notice_email   text check (char_length(notice_email) <= 254),
    notice_address text check (char_length(notice_address) <= 500)
);

create table provider (
    id    bigint generated always as identity primary key,
    name  text   not null unique check (char_length(name) between 1 and 200),
    phone text   check (char_length(phone) <= 50),
    email text   check (char_length(email) <= 254)
);

create table unit (
    id             bigint  generated always as identity primary key,
    name           text    not null check (char_length(name) between 1 and 100),
    address        text    not null check (char_length(address) between 1 and 300),
    postcode       text    not null,
    district       text    not null references district,
    provider_id    bigint  not null references provider,
    -- What the provider offers it as; bed and breakfast is never typed but follows from the facts below.
    kind           text    not null
        check (kind in ('NIGHTLY_PAID', 'HOSTEL_REFUGE', 'PRIVATE_LEASED', 'COUNCIL_OR_HOUSING_ASSOCIATION', 'OTHER')),
    run_by         text    not null
        check (run_by in ('COUNCIL', 'REGISTERED_PROVIDER', 'VOLUNTARY_ORGANISATION', 'PRIVATE')),
    private_dwelling  boolean not null,
    self_contained    boolean not null,
    cooking           text not null check (cooking in ('OWN', 'SHARED', 'NONE')),
    toilet            text not null check (toilet in ('OWN', 'SHARED')),
    washing           text not null check (washing in ('OWN', 'SHARED')),
    bedrooms       int     not null check (bedrooms between 0 and 20),
    holds          int     not null check (holds between 1 and 40),
    step_free      boolean not null,
    adaptations    text    check (char_length(adaptations) <= 500),
    -- The charge to the household, in pence; what Housing Benefit may cover and what it may not.
    charged_by     text    not null check (charged_by in ('NIGHT', 'WEEK')),
    eligible_pence   int   not null check (eligible_pence >= 0),
    ineligible_pence int   not null check (ineligible_pence >= 0),
    latitude       double precision check (latitude between 49.8 and 55.9),
    longitude      double precision check (longitude between -6.5 and 1.8),
    withdrawn_on   date,
    version        int     not null default 0,
    check ((latitude is null) = (longitude is null)),
    check (not self_contained or (cooking = 'OWN' and toilet = 'OWN' and washing = 'OWN'))
);

create table placement (
    id             bigint generated always as identity primary key,
    case_reference text   not null references case_file,
    function       text   not null check (function in ('INTERIM', 'PENDING_REVIEW', 'RELIEF_POWER', 'INTENTIONAL',
                                                       'MAIN', 'NON_COOPERATION', 'REFERRED', 'PENDING_APPEAL')),
    status         text   not null check (status in ('REQUESTED', 'SEARCHING', 'OFFERED', 'REFUSED', 'ACCEPTED',
                                                     'SIGNED_UP', 'IN_OCCUPATION', 'EXTENDED', 'OVERSTAY',
                                                     'NOTICE_GIVEN', 'ENDED', 'TURNAROUND', 'NO_SHOW', 'CANCELLED')),
    unit_id        bigint references unit,
    -- The first night, the day on which they are expected to leave, and the day on which they left (no night any more).
    starts_on      date,
    expected_until date,
    ended_on       date,
    end_reason     text,
    moved_from     bigint references placement,
    requested_at   timestamptz not null,
    requested_by   text   not null,
    version        int    not null default 0,
    check (ended_on >= starts_on),
    check ((ended_on is null) = (end_reason is null)),
    check (starts_on is null or unit_id is not null)
);
create index placement_case on placement (case_reference, id);
create index placement_unit on placement (unit_id);

-- Each step of a placement's life, never changed.
create table placement_event (
    id           bigint generated always as identity primary key,
    placement_id bigint not null references placement,
    status       text   not null,
    happened_at  timestamptz not null,
    by_whom      text   not null,
    words        text   check (char_length(words) <= 1000)
);
create index placement_event_placement on placement_event (placement_id, id);

-- Why a unit is not free in these nights: held for a household, lived in, or void. No two running rows of a unit share a
-- night, so two officers cannot take the same unit for the same night.
create table unit_stay (
    id           bigint    generated always as identity primary key,
    unit_id      bigint    not null references unit,
    placement_id bigint    references placement,
    kind         text      not null check (kind in ('HELD', 'STAY', 'VOID')),
    nights       daterange not null check (not isempty(nights) and not lower_inf(nights)),
    reason       text      check (char_length(reason) <= 300),
    made_at      timestamptz not null,
    made_by      text      not null,
    released_at  timestamptz,
    check ((kind = 'VOID') = (placement_id is null)),
    -- An integer has no operator class for gist without an extension; as a range of one it needs none.
    constraint unit_taken_once exclude using gist (int8range(unit_id, unit_id, '[]') with &&, nights with &&)
        where (released_at is null)
);
create index unit_stay_placement on unit_stay (placement_id);
