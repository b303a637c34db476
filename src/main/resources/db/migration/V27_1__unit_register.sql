-- The register of units: facts and rates by date, checks that expire, places that households go to, and what was free
-- when a unit was looked for.

-- A rough middle of the district, for distances where nothing nearer is known.
alter table district
    add column latitude  double precision check (latitude between 49.8 and 55.9),
    add column longitude double precision check (longitude between -6.5 and 1.8),
    add column version   int not null default 0,
    add check ((latitude is null) = (longitude is null));

alter table provider add column version int not null default 0;

-- What it costs and what it has may change, and what was true then stays true of then. The row with the latest first
-- night on or before a night holds for that night; of two with the same first night, the one written later.
alter table unit
    drop column charged_by, drop column eligible_pence, drop column ineligible_pence,
    drop column run_by, drop column private_dwelling, drop column self_contained,
    drop column cooking, drop column toilet, drop column washing;

create table unit_rate (
    id               bigint generated always as identity primary key,
    unit_id          bigint not null references unit,
    from_date        date   not null,
    charged_by       text   not null check (charged_by in ('NIGHT', 'WEEK')),
    -- The charge to the household, in pence; what Housing Benefit may cover and what it may not.
    eligible_pence   int    not null check (eligible_pence >= 0),
    ineligible_pence int    not null check (ineligible_pence >= 0),
    why              text   check (char_length(why) <= 300),
    made_at          timestamptz not null,
    made_by          text   not null
);
create index unit_rate_unit on unit_rate (unit_id, from_date desc, id desc);

-- The facts from which it follows whether a unit is bed and breakfast.
create table unit_facilities (
    id               bigint  generated always as identity primary key,
    unit_id          bigint  not null references unit,
    from_date        date    not null,
    run_by           text    not null
        check (run_by in ('COUNCIL', 'REGISTERED_PROVIDER', 'VOLUNTARY_ORGANISATION', 'PRIVATE')),
    private_dwelling boolean not null,
    self_contained   boolean not null,
    cooking          text    not null check (cooking in ('OWN', 'SHARED', 'NONE')),
    toilet           text    not null check (toilet in ('OWN', 'SHARED')),
    washing          text    not null check (washing in ('OWN', 'SHARED')),
    why              text    check (char_length(why) <= 300),
    made_at          timestamptz not null,
    made_by          text    not null,
    check (not self_contained or (cooking = 'OWN' and toilet = 'OWN' and washing = 'OWN'))
);
create index unit_facilities_unit on unit_facilities (unit_id, from_date desc, id desc);

-- Each check as it was recorded, never changed; the latest of a kind counts.
create table unit_check (
    id         bigint generated always as identity primary key,
    unit_id    bigint not null references unit,
    kind       text   not null check (kind in ('GAS', 'ELECTRICITY', 'EPC', 'LICENCE')),
    -- The last day on which it holds; null where none is needed, with the reason.
    expires_on date,
    reference  text   check (char_length(reference) <= 100),
    not_needed text   check (char_length(not_needed) <= 300),
    made_at    timestamptz not null,
    made_by    text   not null,
    check ((expires_on is null) = (not_needed is not null))
);
create index unit_check_unit on unit_check (unit_id, kind, id desc);

-- Schools and other places that households go to, with their coordinates where somebody has entered them.
create table known_place (
    id        bigint generated always as identity primary key,
    name      text   not null unique check (char_length(name) between 1 and 150),
    postcode  text,
    latitude  double precision check (latitude between 49.8 and 55.9),
    longitude double precision check (longitude between -6.5 and 1.8),
    version   int    not null default 0,
    check ((latitude is null) = (longitude is null))
);

create table member_school (
    member_id bigint primary key references household_member,
    place_id  bigint not null references known_place,
    made_at   timestamptz not null,
    made_by   text   not null
);
create index member_school_place on member_school (place_id);

-- What was free when a unit was looked for, as evidence: never changed afterwards.
create table unit_search (
    id                bigint generated always as identity primary key,
    placement_id      bigint not null references placement,
    made_at           timestamptz not null,
    made_by           text   not null,
    from_night        date   not null,
    people            int    not null,
    bedrooms          int    not null,
    step_free         boolean not null,
    adaptations       text   check (char_length(adaptations) <= 200),
    family_commitment boolean not null,
    under_18          boolean not null,
    measured_to       text,
    chosen_unit_id    bigint references unit
);
create index unit_search_placement on unit_search (placement_id, id desc);

create table unit_search_unit (
    search_id     bigint  not null references unit_search,
    position      int     not null,
    unit_id       bigint  not null references unit,
    name          text    not null,
    district_name text    not null,
    outside       boolean not null,
    metres        int,
    bed_and_breakfast boolean not null,
    why_not       text    check (char_length(why_not) <= 1000),
    primary key (search_id, position)
);

create index unit_stay_unit on unit_stay (unit_id) where released_at is null;
