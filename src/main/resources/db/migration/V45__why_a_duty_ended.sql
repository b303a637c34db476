-- What was the case when a duty ended is kept with its end.

-- The offer of a settled home, or of a place to stay, that was accepted or refused; each is kept in the room that made it.
alter table duty_ending add column offer_id bigint;
alter table duty_ending add column place_offer_id bigint;
alter table duty_ending add constraint one_kind_of_offer check (offer_id is null or place_offer_id is null);

create table ending_fact (
    id          bigint generated always as identity primary key,
    ending_id   bigint not null references duty_ending (id),
    kind        text   not null check (kind in ('WRITTEN_OFFER', 'SAID_FINAL', 'CONSEQUENCES', 'REVIEW_RIGHT', 'TIME',
        'ACCEPTED', 'REFUSED', 'RECONSIDERED', 'LAST_SEEN', 'VISITS', 'KEYS', 'BELONGINGS', 'ACT', 'WHY_DELIBERATE',
        'FINDING', 'ATTEMPT', 'LAST_DAY', 'THEIR_WORDS', 'TICKED')),
    words       text   check (char_length(words) between 1 and 4000),
    happened_on date,
    by_whom     text   check (char_length(by_whom) <= 200),
    check (words is not null or happened_on is not null)
);
create index ending_fact_of on ending_fact (ending_id, id);

create trigger ending_fact_append_only before update or delete on ending_fact
    for each row execute function way_of_ending_is_final();
