-- Accounts that the council's own provider (OpenID Connect) vouches for, programs with bearer tokens, and where people
-- are signed in.

alter table account alter column password_hash drop not null;
alter table account
    add column source  text not null default 'LOCAL' check (source in ('LOCAL', 'PROVIDER', 'PROGRAM')),
    -- Who they are at the provider: names there change, the subject never does. Empty for an account that waits to be
    -- taken up by whoever next signs in there under its username.
    add column issuer  text check (char_length(issuer) <= 500),
    add column subject text check (char_length(subject) between 1 and 255),
    -- Where Threshold may write to the person; never needed to sign in.
    add column email   text check (char_length(email) <= 200),
    add constraint account_password_is_local check ((source = 'LOCAL') = (password_hash is not null)),
    add constraint account_subject_is_provided check ((issuer is null) = (subject is null)
                                                      and (source <> 'LOCAL' or subject is null)
                                                      and (source <> 'PROGRAM' or subject is not null));
create unique index account_by_subject on account (issuer, subject) where subject is not null;

-- A browser that somebody signed in with. The cookie's value is not here, so nobody can take a session over from it.
create table sign_in_session (
    id               uuid        primary key,
    username         text        not null references account,
    way              text        not null check (way in ('PASSWORD', 'PROVIDER')),
    began_at         timestamptz not null,
    last_seen_at     timestamptz not null,
    address          text        not null check (char_length(address) <= 60),
    -- Such as 'Firefox on Windows', from what the browser says of itself
    browser          text        not null check (char_length(browser) <= 60),
    -- Who and which session it is at the provider, by which the provider may end it here
    provider_subject text        check (char_length(provider_subject) <= 255),
    provider_session text        check (char_length(provider_session) <= 255),
    ended_at         timestamptz,
    end_reason       text,
    check ((ended_at is null) = (end_reason is null))
);
create index sign_in_session_of_person on sign_in_session (username) where ended_at is null;
create index sign_in_session_of_provider on sign_in_session (provider_session) where ended_at is null;
create index sign_in_session_of_subject on sign_in_session (provider_subject) where ended_at is null;
create index sign_in_session_ended on sign_in_session (ended_at) where ended_at is not null;
create index sign_in_session_began on sign_in_session (began_at);

-- Signs what browsers carry for this room; all nodes share it, and a restart keeps it.
create table sign_in_secret (
    one    boolean primary key default true check (one),
    secret bytea   not null
);
