-- The charge account of each placement. Money is in pence; what is owed counts up, what is paid counts down. Every table
-- here is only added to: what was wrong is taken back by a line of its own, so that the account can be shown for any day
-- as it was known then and as it is known now.

create function charge_is_only_added_to() returns trigger language plpgsql as
$$
begin
    raise exception 'A charge account is only added to, never changed';
end
$$;

create table charge_account (
    id             bigint generated always as identity primary key,
    placement_id   bigint not null unique references placement,
    opened_at      timestamptz not null,
    opened_by      text   not null
);

-- What somebody asked to have put on an account, and what another person answered.
create table charge_request (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references charge_account,
    kind        text   not null check (kind in ('ADJUSTMENT', 'WRITE_OFF', 'REFUND')),
    pence       bigint not null check (pence <> 0),
    words       text   not null check (char_length(words) between 1 and 200),
    reason      text   not null check (char_length(reason) between 1 and 1000),
    asked_at    timestamptz not null,
    asked_by    text   not null,
    check (kind <> 'WRITE_OFF' or pence < 0),
    check (kind <> 'REFUND' or pence > 0)
);
create index charge_request_account on charge_request (account_id, id);

create table charge_request_answer (
    request_id  bigint  primary key references charge_request,
    agreed      boolean not null,
    words       text    not null check (char_length(words) between 1 and 1000),
    answered_at timestamptz not null,
    answered_by text    not null
);

create table charge_line (
    id             bigint generated always as identity primary key,
    account_id     bigint not null references charge_account,
    kind           text   not null check (kind in ('OPENING', 'CHARGE', 'PAYMENT', 'BENEFIT', 'ADJUSTMENT', 'WRITE_OFF',
                                                   'REFUND', 'REVERSAL')),
    -- From which day it counts: a night is charged on the morning after it, when it has been spent.
    on_day         date   not null,
    pence          bigint not null,
    -- Of a charge: the part that Housing Benefit may not cover.
    ineligible_pence bigint not null default 0,
    -- Of a charge its one night; of a benefit credit the nights that it pays for. The day after the last is not one.
    nights_from    date,
    nights_until   date,
    -- Of a charge: at which rate, and how often this night has been charged with it, so that none is charged twice.
    rate_per       text   check (rate_per in ('NIGHT', 'WEEK')),
    rate_pence     int    check (rate_pence >= 0),
    turn           int    check (turn > 0),
    -- What tells it from all others: the bank's or benefit system's own name for it. Used once, for ever.
    source         text   unique check (char_length(source) between 1 and 200),
    reverses       bigint unique references charge_line,
    request_id     bigint unique references charge_request,
    words          text   not null check (char_length(words) between 1 and 300),
    reason         text   check (char_length(reason) <= 1000),
    recorded_at    timestamptz not null,
    recorded_by    text   not null,
    check ((nights_from is null) = (nights_until is null) and nights_until > nights_from),
    check ((kind = 'REVERSAL') = (reverses is not null)),
    check ((kind in ('ADJUSTMENT', 'WRITE_OFF', 'REFUND')) = (request_id is not null)),
    check (kind <> 'CHARGE' or (pence >= 0 and ineligible_pence between 0 and pence and nights_until = nights_from + 1
        and on_day = nights_until and rate_per is not null and rate_pence is not null and turn is not null)),
    check (kind <> 'BENEFIT' or (pence < 0 and nights_from is not null and source is not null)),
    check (kind not in ('PAYMENT', 'WRITE_OFF') or pence < 0),
    check (kind <> 'REFUND' or pence > 0),
    check (kind in ('CHARGE', 'REVERSAL') or ineligible_pence = 0)
);
create unique index charge_line_night on charge_line (account_id, nights_from, turn) where kind = 'CHARGE';
create unique index charge_line_opening on charge_line (account_id) where kind = 'OPENING';
create index charge_line_account on charge_line (account_id, on_day, id) include (pence, recorded_at);

-- A reversal is its line with the sign turned, on the same day of the same account, and is not itself reversed.
create function charge_reversal_fits() returns trigger language plpgsql as
$$
declare
    reversed charge_line;
begin
    select * into reversed from charge_line where id = new.reverses;
    if reversed.kind = 'REVERSAL' or reversed.account_id <> new.account_id or reversed.on_day <> new.on_day
        or reversed.pence <> -new.pence or reversed.ineligible_pence <> -new.ineligible_pence
        or reversed.nights_from is distinct from new.nights_from
        or reversed.nights_until is distinct from new.nights_until then
        raise exception 'A reversal takes back one line, whole, that is not a reversal itself';
    end if;
    return new;
end
$$;
create trigger charge_reversal_fits before insert on charge_line
    for each row when (new.kind = 'REVERSAL') execute function charge_reversal_fits();

-- What was agreed to pay off what is owed.
create table payment_arrangement (
    id         bigint generated always as identity primary key,
    account_id bigint not null references charge_account,
    pence      bigint not null check (pence > 0),
    every      text   not null check (every in ('WEEK', 'FORTNIGHT', 'MONTH')),
    first_on   date   not null,
    words      text   not null check (char_length(words) between 1 and 1000),
    made_at    timestamptz not null,
    made_by    text   not null
);
create index payment_arrangement_account on payment_arrangement (account_id, id);

create table payment_arrangement_end (
    arrangement_id bigint primary key references payment_arrangement,
    words          text   not null check (char_length(words) between 1 and 1000),
    ended_at       timestamptz not null,
    ended_by       text   not null
);

-- When the account proposes something about arrears, and what. The most days that have passed are the point at which an
-- account stands; where most is owed because of the claim, the household is not the one to be chased.
create table arrears_point (
    code        text primary key,
    days        int  not null check (days >= 0),
    least_pence bigint not null check (least_pence > 0),
    about       text not null check (about in ('CLAIM', 'OWN_SHARE')),
    after_end   boolean not null,
    action      text not null check (char_length(action) between 1 and 200),
    advice      text not null check (char_length(advice) between 1 and 500),
    unique (about, after_end, days)
);
insert into arrears_point (code, days, least_pence, about, after_end, action, advice) values
    ('CLAIM_7', 7, 5000, 'CLAIM', false, 'Make sure that the claim is in',
     'See with the household that the claim was made and what evidence is missing. Help them to bring it.'),
    ('CLAIM_21', 21, 20000, 'CLAIM', false, 'Ask the benefit office what it waits for',
     'Send an urgent query and tell the household what you asked. Consider backdating where there was good cause.'),
    ('CLAIM_42', 42, 50000, 'CLAIM', false, 'Take the claim up with the benefit manager',
     'The claim and not the household causes this. Do not ask the household for it before it is settled.'),
    ('OWN_7', 7, 5000, 'OWN_SHARE', false, 'Talk to the household about their own share',
     'Go through the statement with them, say how to pay, and check what they can afford.'),
    ('OWN_28', 28, 15000, 'OWN_SHARE', false, 'Agree an arrangement to pay',
     'Agree an amount that they can afford, and record it. Refer them to free debt advice.'),
    ('OWN_56', 56, 40000, 'OWN_SHARE', false, 'Meet the household and look at everything',
     'Arrangement, hardship payment, change of unit. Losing this accommodation is the last thing to consider.'),
    ('LEFT_CLAIM_14', 14, 2000, 'CLAIM', true, 'Settle the claim for the time before they left',
     'What benefit still owes for these nights is asked of the benefit office before the household is asked.'),
    ('LEFT_OWN_14', 14, 2000, 'OWN_SHARE', true, 'Write to the household about what is left',
     'Say what is owed, for which nights, and how it can be paid in parts.'),
    ('LEFT_OWN_90', 90, 2000, 'OWN_SHARE', true, 'Decide: an arrangement, or a write-off',
     'An account with nothing done for so long is arranged, or put to a manager to write off.');

create table arrears_proposal (
    id         bigint generated always as identity primary key,
    account_id bigint not null references charge_account,
    point      text   not null references arrears_point,
    -- Since when something has been owed without a break.
    owed_since date   not null,
    pence      bigint not null check (pence > 0),
    made_at    timestamptz not null,
    unique (account_id, point, owed_since)
);

create table arrears_answer (
    proposal_id bigint  primary key references arrears_proposal,
    accepted    boolean not null,
    words       text    check (char_length(words) between 1 and 1000),
    answered_at timestamptz not null,
    answered_by text    not null,
    check (accepted or words is not null)
);

-- A file of payments as it was taken in, and what of it could not be matched. The counts add up, and the amounts do.
create table payment_file (
    id             bigint generated always as identity primary key,
    name           text   not null check (char_length(name) between 1 and 200),
    sha256         bytea  not null,
    lines          int    not null,
    lines_pence    bigint not null,
    posted         int    not null,
    posted_pence   bigint not null,
    repeated       int    not null,
    repeated_pence bigint not null,
    refused        int    not null,
    refused_pence  bigint not null,
    taken_at       timestamptz not null,
    taken_by       text   not null,
    check (lines = posted + repeated + refused and lines_pence = posted_pence + repeated_pence + refused_pence)
);

create table payment_refused (
    file_id    bigint not null references payment_file,
    line       int    not null,
    payment_id text   not null,
    account    text   not null,
    amount     text   not null,
    why        text   not null,
    primary key (file_id, line)
);

do
$$
declare
    kept text;
begin
    foreach kept in array array['charge_account', 'charge_request', 'charge_request_answer', 'charge_line',
                                'payment_arrangement', 'payment_arrangement_end', 'arrears_proposal', 'arrears_answer',
                                'payment_file', 'payment_refused'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement
                        execute function charge_is_only_added_to()', kept || '_only_added_to', kept);
        -- Also where a session says that it only replays what another database did.
        execute format('alter table %I enable always trigger %I', kept, kept || '_only_added_to');
    end loop;
end
$$;
