-- From the request for temporary accommodation to the keys: one at a time for a case, suitability, and offers.

-- Two officers who ask at the same moment get the same placement.
create unique index placement_on_the_way on placement (case_reference)
    where status in ('REQUESTED', 'SEARCHING', 'OFFERED', 'ACCEPTED', 'SIGNED_UP', 'NO_SHOW');

create table suitability (
    id                  bigint generated always as identity primary key,
    placement_id        bigint not null references placement,
    unit_id             bigint not null references unit,
    space               text   not null check (char_length(space) between 1 and 2000),
    affordable          text   not null check (char_length(affordable) between 1 and 2000),
    location            text   not null check (char_length(location) between 1 and 2000),
    -- Null where it was not asked: the unit is no bed and breakfast, or there is no family commitment.
    nothing_else        boolean,
    nothing_else_words  text   check (char_length(nothing_else_words) between 1 and 2000),
    recorded_by         text   not null,
    recorded_at         timestamptz not null,
    check ((nothing_else is null) = (nothing_else_words is null))
);
create index suitability_placement on suitability (placement_id, id);

create table suitability_member (
    suitability_id bigint  not null references suitability,
    member_id      bigint  not null references household_member,
    suitable       boolean not null,
    why            text    not null check (char_length(why) between 1 and 1000),
    primary key (suitability_id, member_id)
);

-- An offer of a unit. What was never given with an address and a time to go there was no offer that can be refused.
create table ta_offer (
    id              bigint generated always as identity primary key,
    placement_id    bigint not null references placement,
    unit_id         bigint not null references unit,
    address         text   check (char_length(address) between 1 and 400),
    available_at    timestamptz,
    reply_by        timestamptz not null,
    told_how        text   not null check (told_how in ('IN_PERSON', 'PHONE', 'EMAIL', 'LETTER')),
    made_by         text   not null,
    made_at         timestamptz not null,
    answer          text   check (answer in ('ACCEPTED', 'REFUSED', 'NO_ANSWER', 'OWN_ARRANGEMENTS', 'WITHDRAWN')),
    answer_words    text   check (char_length(answer_words) between 1 and 2000),
    answered_at     timestamptz,
    answer_taken_by text,
    -- Whether a refusal was looked at again in the light of their reasons, and what came of it.
    still_suitable  boolean,
    reconsidered_words text check (char_length(reconsidered_words) between 1 and 2000),
    reconsidered_by text,
    reconsidered_at timestamptz,
    constraint ta_offer_refused_with_address
        check (answer is distinct from 'REFUSED' or (address is not null and available_at is not null)),
    check ((answer is null) = (answered_at is null)),
    check ((still_suitable is null) = (reconsidered_words is null)),
    check (still_suitable is null or answer = 'REFUSED')
);
create index ta_offer_placement on ta_offer (placement_id, id);
-- One open offer at a time.
create unique index ta_offer_open on ta_offer (placement_id) where answer is null;
