-- Referrals by public bodies (Housing Act 1996 s213B; SI 2018/223 Part 4), as they were sent, and what came of them.

-- Which keys were used for which content, so that a referral that is sent twice is taken once.
create table referral_key (
    key_hash     text primary key,
    content_hash text not null,
    receipt      text not null unique
);

create table referral (
    receipt        text        primary key references referral_key (receipt)
                               check (receipt ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$'),
    case_reference text        not null unique references case_file,
    code_salt      bytea       not null,
    code_hash      text        not null,
    received_at    timestamptz not null,
    received_by    text        not null check (received_by in ('PAGE', 'API')),
    team           text        not null,
    lane           text        not null,
    target_at      timestamptz not null,
    body           text        not null,
    referrer_name  text        not null check (char_length(referrer_name) between 1 and 100),
    referrer_email text        not null check (char_length(referrer_email) between 3 and 254),
    referrer_phone text        not null,
    given_name     text        not null check (char_length(given_name) <= 100),
    family_name    text        not null check (char_length(family_name) between 1 and 100),
    date_of_birth  date,
    phone          text,
    email          text        check (char_length(email) <= 254),
    safe_contact   text        not null check (char_length(safe_contact) between 1 and 500),
    -- A referral without consent is not stored (s213B(2)), nor one for a council that the person did not choose.
    consent_how    text        not null,
    consent_on     date        not null,
    authority      text        not null,
    situation      text        not null check (situation in ('TONIGHT', 'HOMELESS', 'WITHIN_56_DAYS')),
    reason         text        not null check (char_length(reason) between 1 and 1000),
    loses_home_on  date,
    risks          text        check (char_length(risks) <= 1000)
);
create index referral_received on referral (received_at desc);

create table referral_outcome (
    receipt     text        primary key references referral (receipt),
    outcome     text        not null
                            check (outcome in ('CONTACT_MADE', 'JOINED', 'NOT_REACHED', 'ELSEWHERE', 'NOT_GENUINE')),
    contact_on  date,
    notes       text        not null check (char_length(notes) between 1 and 2000),
    joined_to   text        references case_file,
    elsewhere   text,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check ((outcome = 'JOINED') = (joined_to is not null)),
    check ((outcome in ('CONTACT_MADE', 'JOINED')) = (contact_on is not null)),
    check ((outcome = 'ELSEWHERE') = (elsewhere is not null))
);

create table referral_attempt (
    id      bigint generated always as identity primary key,
    receipt text   not null references referral_outcome (receipt),
    on_day  date   not null,
    how     text   not null,
    what    text   not null check (char_length(what) between 1 and 500)
);
create index referral_attempt_receipt on referral_attempt (receipt);

-- What the referrer was told, and how. None where the referral was not genuine.
create table referral_answer (
    receipt     text        primary key references referral (receipt),
    answer      text        not null check (answer in ('CONTACT_MADE', 'NOT_REACHED', 'NOT_FOR_US')),
    how         text        not null check (how in ('EMAIL', 'EMAIL_BY_HAND', 'PHONE', 'POST')),
    answered_at timestamptz not null,
    answered_by text        not null
);

-- Signs what a public page carries through a visitor's browser; one for all nodes, made at the first need.
create table referral_page_secret (
    only_row boolean primary key default true check (only_row),
    secret   bytea   not null
);

create function refuse_change_of_referral() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed or removed', tg_table_name;
end $$;

create trigger referral_final before update or delete on referral
    for each row execute function refuse_change_of_referral();
create trigger referral_outcome_final before update or delete on referral_outcome
    for each row execute function refuse_change_of_referral();
create trigger referral_attempt_final before update or delete on referral_attempt
    for each row execute function refuse_change_of_referral();
create trigger referral_answer_final before update or delete on referral_answer
    for each row execute function refuse_change_of_referral();
