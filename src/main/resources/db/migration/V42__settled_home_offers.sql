-- Offers of settled homes, each with the evidence on which a duty may end: the letter, what it told, the time they had,
-- their answer, and suitability looked at again in the light of it. What was done is never undone here: a link of the
-- chain that stands cannot change, and none can be left out.
create table home_offer (
    id                bigint      generated always as identity primary key,
    case_reference    text        not null references case_file,
    duty              text        not null,
    kind              text        not null,
    status            text        not null check (status in ('DRAFT', 'OPEN', 'REFUSED', 'ACCEPTED', 'REFUSED_REASONABLE',
                                                             'REFUSED_DISCHARGE', 'WITHDRAWN_BY_LA', 'SET_ASIDE')),
    address           text        not null check (char_length(address) between 1 and 300),
    landlord          text        not null check (char_length(landlord) between 1 and 150),
    landlord_kind     text        not null check (landlord_kind in ('COUNCIL', 'HOUSING_ASSOCIATION', 'PRIVATE', 'OTHER')),
    tenancy           text        not null check (tenancy in ('ASSURED', 'SECURE', 'INTRODUCTORY', 'LICENCE', 'OTHER')),
    -- What they pay a week, with its service charges, in pence.
    rent_weekly       int         not null check (rent_weekly >= 0),
    available_from    date        not null,
    -- For how many months they can be expected to have it.
    lasts_months      int         not null check (lasts_months between 0 and 1200),
    -- Of a private landlord's home: who approved the arrangement with the landlord, to end the duty with it.
    approved_by       text        check (char_length(approved_by) between 1 and 150),
    approved_on       date,
    -- What binds them to where they live now (s193(8)).
    obligations       text        not null check (obligations in ('NONE', 'CAN_END', 'CANNOT_END')),
    obligations_words text        check (char_length(obligations_words) between 1 and 1000),
    -- Whether only a restricted person makes them homeless or gives them priority (s193(3B)), and then why a home of a
    -- private landlord was not practicable (s193(7AD)).
    restricted_case   boolean     not null,
    no_private_why    text        check (char_length(no_private_why) between 1 and 1000),
    drafted_by        text        not null,
    drafted_at        timestamptz not null,
    -- A second officer's look at a final offer before it is made; undone by a change of the draft.
    looked_by         text,
    looked_on         date,
    look_agrees       boolean,
    look_words        text        check (char_length(look_words) between 1 and 2000),
    letter_id         bigint      references letter,
    written_on        date,
    said_final        boolean,
    consequences_told boolean,
    review_right_told boolean,
    consider_until    date,
    short_why         text        check (char_length(short_why) between 1 and 1000),
    closed_day_why    text        check (char_length(closed_day_why) between 1 and 500),
    given_by          text,
    answered_on       date,
    answer_how        text        check (answer_how in ('IN_PERSON', 'PHONE', 'EMAIL', 'LETTER', 'REPRESENTATIVE', 'SILENCE')),
    answer_from       text        check (char_length(answer_from) between 1 and 150),
    answer_words      text        check (char_length(answer_words) between 1 and 2000),
    answer_taken_by   text,
    reconsidered_on   date,
    found_suitable    boolean,
    reconsidered_by   text,
    reconsidered_words text       check (char_length(reconsidered_words) between 1 and 2000),
    withdrawn_on      date,
    withdrawn_by      text,
    withdrawn_words   text        check (char_length(withdrawn_words) between 1 and 1000),
    set_aside_by      bigint      references statutory_review,
    unique (case_reference, id),
    -- Kind by duty (s189B(7), s193(6) to (7AC), s193A, s193C(5) and (6), s195(8)).
    check ((duty, kind) in (('PREVENTION', 'PART6'), ('PREVENTION', 'SUITABLE_6M'), ('RELIEF', 'PART6'),
        ('RELIEF', 'FINAL_PART6'), ('RELIEF', 'FINAL_ACCOMMODATION'), ('RELIEF', 'SUITABLE_6M'), ('MAIN', 'PART6'),
        ('MAIN', 'FINAL_PART6'), ('MAIN', 'PRSO'), ('S193C', 'PART6'), ('S193C', 'FINAL_PART6'),
        ('S193C', 'FINAL_ACCOMMODATION'))),
    -- s193(7AC), s193A(4): an assured tenancy, of a private landlord, with the council's approval.
    check (kind not in ('PRSO', 'FINAL_ACCOMMODATION') or landlord_kind = 'PRIVATE' and tenancy = 'ASSURED'
        and approved_by is not null),
    check ((approved_by is null) = (approved_on is null)),
    -- s189B(7)(a), s195(8)(a): a reasonable prospect of at least 6 months.
    check (duty not in ('PREVENTION', 'RELIEF') or lasts_months >= 6),
    check (duty <> 'MAIN' or not restricted_case or kind = 'PRSO' or no_private_why is not null),
    check ((obligations = 'NONE') = (obligations_words is null)),
    check ((looked_by is null) = (looked_on is null) and (looked_by is null) = (look_agrees is null)),
    check (looked_by <> drafted_by),
    -- The letter, all it had to tell, and the time.
    check ((written_on is null) = (letter_id is null) and (written_on is null) = (consider_until is null)
        and (written_on is null) = (given_by is null) and (written_on is null) = (said_final is null)
        and (written_on is null) = (consequences_told is null) and (written_on is null) = (review_right_told is null)),
    check (written_on is null or review_right_told and consequences_told and consider_until >= written_on
        and said_final = (kind in ('FINAL_PART6', 'PRSO', 'FINAL_ACCOMMODATION')) and obligations <> 'CANNOT_END'),
    check (status not in ('OPEN', 'REFUSED', 'ACCEPTED', 'REFUSED_REASONABLE', 'REFUSED_DISCHARGE', 'SET_ASIDE')
        or written_on is not null),
    check (status <> 'DRAFT' or written_on is null),
    -- The answer: none before the letter, and silence is none before the last day has passed.
    check ((answered_on is null) = (answer_how is null) and (answered_on is null) = (answer_taken_by is null)
        and (answered_on is null) = (answer_from is null)),
    check (answered_on >= written_on),
    check (answer_how <> 'SILENCE' or answered_on > consider_until),
    check (status not in ('REFUSED', 'ACCEPTED', 'REFUSED_REASONABLE', 'REFUSED_DISCHARGE') or answered_on is not null),
    check (status not in ('REFUSED', 'REFUSED_REASONABLE', 'REFUSED_DISCHARGE') or answer_words is not null),
    -- Suitability looked at again, by somebody who did not make the offer.
    check ((reconsidered_on is null) = (found_suitable is null) and (reconsidered_on is null) = (reconsidered_by is null)
        and (reconsidered_on is null) = (reconsidered_words is null)),
    check (reconsidered_on >= answered_on and reconsidered_by <> drafted_by and reconsidered_by <> given_by),
    check (status <> 'REFUSED_DISCHARGE' or reconsidered_on is not null and found_suitable),
    check (status <> 'REFUSED_REASONABLE' or not coalesce(found_suitable, false)),
    check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_words is null)
        and (withdrawn_on is not null) = (status = 'WITHDRAWN_BY_LA')),
    check ((set_aside_by is not null) = (status = 'SET_ASIDE'))
);
create index home_offer_case on home_offer (case_reference, id);
-- One household weighs one offer at a time under one duty.
create unique index home_offer_under_way on home_offer (case_reference, duty)
    where status in ('DRAFT', 'OPEN', 'REFUSED');

create function home_offer_is_kept() returns trigger language plpgsql as $$
declare
    terms text[] := array['case_reference', 'duty', 'kind', 'address', 'landlord', 'landlord_kind', 'tenancy',
        'rent_weekly', 'available_from', 'lasts_months', 'approved_by', 'approved_on', 'obligations',
        'obligations_words', 'restricted_case', 'no_private_why', 'drafted_by', 'drafted_at', 'looked_by', 'looked_on',
        'look_agrees', 'look_words'];
    links text[] := array['letter_id', 'written_on', 'said_final', 'consequences_told', 'review_right_told', 'short_why',
        'given_by', 'answered_on', 'answer_how', 'answer_from', 'answer_words', 'answer_taken_by', 'reconsidered_on',
        'found_suitable', 'reconsidered_by', 'reconsidered_words', 'withdrawn_on', 'withdrawn_by', 'withdrawn_words',
        'set_aside_by'];
    before jsonb := to_jsonb(old);
    after jsonb := to_jsonb(new);
    c text;
begin
    foreach c in array terms loop
        if old.written_on is not null and before -> c is distinct from after -> c then
            raise exception 'An offer that was made keeps its %', c;
        end if;
    end loop;
    foreach c in array links loop
        if before ->> c is not null and before -> c is distinct from after -> c then
            raise exception 'The chain of an offer keeps its %', c;
        end if;
    end loop;
    if new.case_reference <> old.case_reference or new.duty <> old.duty then
        raise exception 'An offer stays with its case and its duty';
    end if;
    if new.consider_until < old.consider_until then
        raise exception 'The time to consider is never cut short';
    end if;
    if old.status <> new.status and (old.status, new.status) not in (('DRAFT', 'OPEN'), ('DRAFT', 'WITHDRAWN_BY_LA'),
            ('OPEN', 'ACCEPTED'), ('OPEN', 'REFUSED'), ('OPEN', 'WITHDRAWN_BY_LA'), ('OPEN', 'SET_ASIDE'),
            ('REFUSED', 'REFUSED_REASONABLE'), ('REFUSED', 'REFUSED_DISCHARGE'), ('REFUSED', 'WITHDRAWN_BY_LA'),
            ('REFUSED', 'SET_ASIDE'), ('ACCEPTED', 'WITHDRAWN_BY_LA'), ('ACCEPTED', 'SET_ASIDE'),
            ('REFUSED_REASONABLE', 'SET_ASIDE'), ('REFUSED_DISCHARGE', 'SET_ASIDE')) then
        raise exception 'An offer does not go from % to %', old.status, new.status;
    end if;
    return new;
end $$;
create trigger home_offer_is_kept before update on home_offer for each row execute function home_offer_is_kept();
create trigger home_offer_stays before delete on home_offer
    for each row execute function refuse_change_of_case_record();

-- What happened to an offer, in order; the timeline of its chain.
create table home_offer_event (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    offer_id       bigint      not null,
    kind           text        not null check (kind in ('DRAFTED', 'CHANGED', 'SUITABILITY', 'GATE', 'AGREED', 'SENT_BACK',
        'GIVEN', 'MORE_TIME', 'REMINDED', 'ACCEPTED', 'REFUSED', 'FOUND_SUITABLE', 'FOUND_NOT_SUITABLE', 'NO_CONSEQUENCE',
        'WITHDRAWN', 'SET_ASIDE')),
    on_day         date        not null,
    words          text        check (char_length(words) between 1 and 2000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    foreign key (case_reference, offer_id) references home_offer (case_reference, id)
);
create index home_offer_event_offer on home_offer_event (offer_id, id);

-- Why the home suits the household, person by person (s206, s210; SI 1996/3204; SI 2012/2601 art 2); the latest row holds.
create table home_suitability (
    id                bigint      generated always as identity primary key,
    case_reference    text        not null,
    offer_id          bigint      not null,
    condition_words   text        not null check (char_length(condition_words) between 1 and 2000),
    location_words    text        not null check (char_length(location_words) between 1 and 2000),
    affordable_words  text        not null check (char_length(affordable_words) between 1 and 2000),
    -- A week, in pence: all they have, and what they need besides the rent.
    income_weekly     int         not null check (income_weekly >= 0),
    essentials_weekly int         not null check (essentials_weekly >= 0),
    rent_weekly       int         not null check (rent_weekly >= 0),
    suits_all         boolean     not null,
    recorded_by       text        not null,
    recorded_at       timestamptz not null,
    foreign key (case_reference, offer_id) references home_offer (case_reference, id),
    check (not suits_all or income_weekly >= essentials_weekly + rent_weekly)
);
create index home_suitability_offer on home_suitability (offer_id, id);

create table home_suitability_member (
    suitability_id bigint  not null references home_suitability,
    member_id      bigint  not null references household_member,
    suits          boolean not null,
    why            text    not null check (char_length(why) between 1 and 1000),
    primary key (suitability_id, member_id)
);

-- The ten points of SI 2012/2601 art 3; of each the latest row holds.
create table home_gate (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    offer_id       bigint      not null,
    point          text        not null check (point in ('CONDITION', 'ELECTRICAL', 'FIRE', 'CARBON_MONOXIDE', 'LANDLORD',
        'HMO_LICENCE', 'ADDITIONAL_LICENCE', 'ENERGY', 'GAS', 'AGREEMENT')),
    state          text        not null check (state in ('IN_ORDER', 'NOT_IN_ORDER', 'NOT_KNOWN')),
    looked_by      text        check (char_length(looked_by) between 1 and 150),
    looked_on      date,
    document_id    bigint,
    expires_on     date,
    words          text        check (char_length(words) between 1 and 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    foreign key (case_reference, offer_id) references home_offer (case_reference, id),
    foreign key (case_reference, document_id) references document (case_reference, id),
    check (state = 'NOT_KNOWN' or looked_by is not null and looked_on is not null),
    check (state <> 'IN_ORDER' or document_id is not null or words is not null),
    check (state <> 'NOT_IN_ORDER' or words is not null)
);
create index home_gate_offer on home_gate (offer_id, point, id);

do $$
declare t text;
begin
    foreach t in array array['home_offer_event', 'home_suitability', 'home_suitability_member', 'home_gate'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
    end loop;
    foreach t in array array['home_offer', 'home_offer_event', 'home_suitability', 'home_suitability_member', 'home_gate'] loop
        execute format('create trigger %I before truncate on %I for each statement execute function'
            || ' refuse_change_of_case_record()', t || '_no_truncate', t);
    end loop;
end $$;
