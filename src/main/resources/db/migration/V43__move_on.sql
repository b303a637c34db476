-- The way of a household from temporary accommodation to a settled home: what is ready, what stands in the way and whose
-- it is, by which route a home is looked for, and the new home itself. Housing Act 1996 s193, s193C.

-- One way at a time for each case. What changes is where it stands; each choice is a row of its own below.
create table move_on (
    id             bigint generated always as identity primary key,
    case_reference text   not null references case_file,
    duty           text   not null check (duty in ('PREVENTION', 'RELIEF', 'MAIN', 'S193C')),
    started_on     date   not null,
    started_by     text   not null,
    -- Who leads the household on its way: whoever last looked at what is ready, chose the route or reviewed it.
    owner          text,
    route          text   check (route in ('HOUSING_REGISTER', 'PRIVATE_RENTED', 'SUPPORTED', 'RETURN_HOME')),
    -- The day of the next review; null until a route is worked.
    next_review_on date,
    ended_on       date,
    ended_as       text   check (ended_as in ('HOME_ACCEPTED', 'OFFER_REFUSED', 'DUTY_ENDED')),
    offer_id       bigint,
    check ((ended_on is null) = (ended_as is null)),
    check (ended_on >= started_on),
    check (ended_as is null or ended_as = 'DUTY_ENDED' or offer_id is not null),
    check ((route is null) = (next_review_on is null))
);
create unique index move_on_running on move_on (case_reference) where ended_on is null;
create index move_on_case on move_on (case_reference, id);

create function ended_move_on_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_on is not null or (new.id, new.case_reference, new.duty, new.started_on,
            new.started_by) is distinct from (old.id, old.case_reference, old.duty, old.started_on, old.started_by) then
        raise exception 'A way to a settled home keeps its case, duty and beginning, and when it has ended all of itself';
    end if;
    return new;
end $$;
create trigger move_on_is_final before update or delete on move_on
    for each row execute function ended_move_on_is_final();

-- What has to be ready before a settled home can be offered; the last row of each item counts.
create table move_on_readiness (
    id          bigint generated always as identity primary key,
    move_on_id  bigint not null references move_on,
    item        text   not null check (item in ('DOCUMENTS', 'INCOME', 'ARREARS', 'SUPPORT', 'AREA_AND_SIZE', 'SCHOOL',
                                                'MEDICAL', 'PETS', 'REGISTER')),
    state       text   not null check (state in ('READY', 'NOT_READY', 'NOT_NEEDED')),
    words       text   check (char_length(words) between 1 and 500),
    recorded_by text   not null,
    recorded_at timestamptz not null,
    check (state <> 'NOT_READY' or words is not null)
);
create index move_on_readiness_of on move_on_readiness (move_on_id, item, id);

-- What they can pay. The Local Housing Allowance is the published figure that the officer read on a day, never one that
-- is worked out here. Money is in pence a week.
create table move_on_means (
    id          bigint generated always as identity primary key,
    move_on_id  bigint not null references move_on,
    income      int    not null check (income >= 0),
    outgoings   int    not null check (outgoings >= 0),
    most_rent   int    not null check (most_rent >= 0),
    bedrooms    int    not null check (bedrooms between 0 and 12),
    lha         int    check (lha > 0),
    lha_read_on date,
    recorded_by text   not null,
    recorded_at timestamptz not null,
    check ((lha is null) = (lha_read_on is null))
);
create index move_on_means_of on move_on_means (move_on_id, id);

-- What stands in the way, whose it is and by when it is gone. Its owner is a team, and an officer where one is named.
create table move_on_barrier (
    id             bigint generated always as identity primary key,
    move_on_id     bigint not null references move_on,
    case_reference text   not null references case_file,
    kind           text   not null check (kind in ('ARREARS', 'NO_IDENTITY', 'SUPPORT_NOT_IN_PLACE', 'SIZE_OR_ADAPTATION',
                       'IMMIGRATION_PENDING', 'NO_DEPOSIT', 'NO_REGISTER_APPLICATION', 'AFFORDABILITY', 'OTHER')),
    words          text   not null check (char_length(words) between 1 and 500),
    team           text   not null,
    owner          text,
    due_on         date   not null,
    recorded_by    text   not null,
    recorded_at    timestamptz not null,
    resolved_on    date,
    resolved_how   text   check (char_length(resolved_how) between 1 and 500),
    resolved_by    text,
    check ((resolved_on is null) = (resolved_how is null) and (resolved_on is null) = (resolved_by is null))
);
create index move_on_barrier_case on move_on_barrier (case_reference, id);
create index move_on_barrier_open on move_on_barrier (due_on) where resolved_on is null;

create function barrier_is_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.resolved_on is not null or (new.id, new.move_on_id, new.case_reference, new.kind, new.words,
            new.recorded_by, new.recorded_at) is distinct from (old.id, old.move_on_id, old.case_reference, old.kind,
            old.words, old.recorded_by, old.recorded_at) then
        raise exception 'A barrier keeps what it is, and is resolved once';
    end if;
    return new;
end $$;
create trigger move_on_barrier_is_history before update or delete on move_on_barrier
    for each row execute function barrier_is_history();

-- Each time that somebody looked after a barrier that was not gone by its day.
create table move_on_barrier_chase (
    id          bigint generated always as identity primary key,
    barrier_id  bigint not null references move_on_barrier,
    was_due_on  date   not null,
    words       text   not null check (char_length(words) between 1 and 500),
    team        text   not null,
    owner       text,
    due_on      date   not null,
    recorded_by text   not null,
    recorded_at timestamptz not null
);
create index move_on_barrier_chase_of on move_on_barrier_chase (barrier_id, id);

-- Each choice of a route, with why.
create table move_on_route (
    id         bigint generated always as identity primary key,
    move_on_id bigint not null references move_on,
    route      text   not null check (route in ('HOUSING_REGISTER', 'PRIVATE_RENTED', 'SUPPORTED', 'RETURN_HOME')),
    why        text   not null check (char_length(why) between 1 and 1000),
    chosen_by  text   not null,
    chosen_at  timestamptz not null
);
create index move_on_route_of on move_on_route (move_on_id, id);

create table move_on_review (
    id             bigint generated always as identity primary key,
    move_on_id     bigint  not null references move_on,
    reviewed_on    date    not null,
    words          text    not null check (char_length(words) between 1 and 1000),
    goes_on        boolean not null,
    next_review_on date,
    recorded_by    text    not null,
    recorded_at    timestamptz not null,
    check (goes_on = (next_review_on is not null)),
    check (next_review_on > reviewed_on)
);
create index move_on_review_of on move_on_review (move_on_id, id);

-- The application to the housing register (Housing Act 1996 Part 6), kept for the case: it outlasts a change of route.
-- The last row counts.
create table register_application (
    id             bigint generated always as identity primary key,
    case_reference text   not null references case_file,
    applied_on     date   not null,
    reference      text   check (char_length(reference) between 1 and 60),
    verified_on    date,
    band           text   check (char_length(band) between 1 and 60),
    recorded_by    text   not null,
    recorded_at    timestamptz not null,
    check (verified_on >= applied_on),
    check (band is null or verified_on is not null)
);
create index register_application_case on register_application (case_reference, id);

create table register_bid (
    id             bigint generated always as identity primary key,
    case_reference text   not null references case_file,
    bid_on         date   not null,
    property       text   not null check (char_length(property) between 1 and 200),
    result         text   not null default 'WAITING' check (result in ('WAITING', 'OFFERED', 'OUTBID', 'NOT_SUITABLE',
                                                                       'NOT_VERIFIED', 'WITHDRAWN')),
    reason         text   check (char_length(reason) between 1 and 500),
    recorded_by    text   not null,
    recorded_at    timestamptz not null,
    check (result in ('WAITING', 'OFFERED') or reason is not null)
);
create index register_bid_case on register_bid (case_reference, id);

create function bid_is_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.result <> 'WAITING' or (new.id, new.case_reference, new.bid_on, new.property,
            new.recorded_by, new.recorded_at) is distinct from (old.id, old.case_reference, old.bid_on, old.property,
            old.recorded_by, old.recorded_at) then
        raise exception 'A bid keeps what it was for, and has one result';
    end if;
    return new;
end $$;
create trigger register_bid_is_history before update or delete on register_bid
    for each row execute function bid_is_history();

-- Who was asked for a private home.
create table landlord_contact (
    id           bigint generated always as identity primary key,
    move_on_id   bigint not null references move_on,
    contacted_on date   not null,
    landlord     text   not null check (char_length(landlord) between 1 and 200),
    property     text   check (char_length(property) between 1 and 200),
    rent         int    check (rent > 0),
    words        text   not null check (char_length(words) between 1 and 500),
    recorded_by  text   not null,
    recorded_at  timestamptz not null
);
create index landlord_contact_of on landlord_contact (move_on_id, id);

-- Money that the council gives or lends so that they can move; in pence.
create table move_on_help (
    id          bigint generated always as identity primary key,
    move_on_id  bigint not null references move_on,
    kind        text   not null check (kind in ('DEPOSIT', 'RENT_IN_ADVANCE', 'GUARANTEE', 'REMOVALS', 'FURNITURE',
                                                'STARTER_PACK', 'OTHER')),
    pence       int    not null check (pence >= 0),
    words       text   check (char_length(words) between 1 and 500),
    recorded_by text   not null,
    recorded_at timestamptz not null
);
create index move_on_help_of on move_on_help (move_on_id, id);

-- Supported housing: where they were referred, and what became of it.
create table supported_referral (
    id           bigint generated always as identity primary key,
    move_on_id   bigint not null references move_on,
    referred_to  text   not null check (char_length(referred_to) between 1 and 200),
    referred_on  date   not null,
    assessed_on  date,
    outcome      text   not null check (outcome in ('WAITS_FOR_ASSESSMENT', 'WAITING_LIST', 'PLACE_OFFERED', 'REFUSED')),
    words        text   check (char_length(words) between 1 and 500),
    recorded_by  text   not null,
    recorded_at  timestamptz not null,
    check (assessed_on >= referred_on)
);
create index supported_referral_of on supported_referral (move_on_id, id);

-- Going back to where they came from: first whether it is safe, then what the host agrees to.
create table return_home (
    id             bigint  generated always as identity primary key,
    case_reference text    not null references case_file,
    move_on_id     bigint  not null references move_on,
    stage          text    not null check (stage in ('SAFETY', 'AGREEMENT')),
    safe           boolean not null,
    host           text    check (char_length(host) between 1 and 200),
    agreed_on      date,
    words          text    not null check (char_length(words) between 1 and 1000),
    recorded_by    text    not null,
    recorded_at    timestamptz not null,
    check (agreed_on is null or stage = 'AGREEMENT' and host is not null)
);
create index return_home_case on return_home (case_reference, id);

-- The home that was accepted: its tenancy, its keys and who moves there. Rent in pence a week.
create table new_home (
    id          bigint generated always as identity primary key,
    move_on_id  bigint not null unique references move_on,
    offer_id    bigint not null,
    address     text   not null check (char_length(address) between 1 and 300),
    landlord    text   not null check (char_length(landlord) between 1 and 200),
    let_by      text   not null check (let_by in ('COUNCIL', 'REGISTERED_PROVIDER', 'PRIVATE', 'SUPPORTED', 'FAMILY')),
    signed_on   date   not null,
    keys_on     date   not null,
    rent        int    not null check (rent >= 0),
    who_moves   text   not null check (char_length(who_moves) between 1 and 1000),
    recorded_by text   not null,
    recorded_at timestamptz not null
);

-- From Housing Benefit for temporary accommodation to help with the new rent. The benefit service decides on both; what
-- is kept here is what was found out and on which day it was told.
create table benefit_switch (
    id            bigint  generated always as identity primary key,
    move_on_id    bigint  not null unique references move_on,
    old_ends_on   date,
    new_kind      text    not null check (new_kind in ('UC_HOUSING_COSTS', 'HOUSING_BENEFIT', 'PAYS_THEMSELVES')),
    new_begins_on date,
    told_on       date    not null,
    overlap       text    not null check (overlap in ('NONE', 'ASK_BENEFIT_SERVICE', 'ASKED')),
    words         text    check (char_length(words) between 1 and 1000),
    recorded_by   text    not null,
    recorded_at   timestamptz not null,
    check ((new_kind = 'PAYS_THEMSELVES') = (new_begins_on is null))
);

-- The record of a social letting in the government's lettings log.
create table core_log (
    id              bigint generated always as identity primary key,
    move_on_id      bigint not null unique references move_on,
    previous_tenure int    not null check (previous_tenure between 1 and 99),
    reason          int    not null check (reason between 1 and 99),
    logged_on       date   not null,
    log_reference   text   check (char_length(log_reference) between 1 and 40),
    recorded_by     text   not null,
    recorded_at     timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['move_on_readiness', 'move_on_means', 'move_on_barrier_chase', 'move_on_route',
                             'move_on_review', 'register_application', 'landlord_contact', 'move_on_help',
                             'supported_referral', 'return_home', 'new_home', 'benefit_switch', 'core_log'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
    end loop;
end $$;

-- Those that still run: a way ends with the duty that it serves, however that duty ended.
create view move_on_under_way as
    select way.*, owed.started_on as owed_since from move_on way
    join duty owed on owed.case_reference = way.case_reference and owed.kind = way.duty and owed.ended_on is null
    where way.ended_on is null;
