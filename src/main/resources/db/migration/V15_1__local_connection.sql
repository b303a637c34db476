-- Referral to another council because of a local connection there (HA96 s198 to s200). Facts are added, never changed;
-- only the proposal itself is closed, once.

-- Councils that were written to before. Typed once, kept for the next time; a later row of the same name counts.
create table housing_authority (
    id          bigint generated always as identity primary key,
    name        text        not null check (char_length(name) between 1 and 200),
    address     text        check (char_length(address) <= 500),
    email       text        check (char_length(email) <= 200),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check (address is not null or email is not null)
);
create index housing_authority_name on housing_authority (lower(name), id desc);

create table lc_referral (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    stage          text        not null check (stage in ('RELIEF', 'MAIN')),
    why            text        not null,
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    outcome        text        check (outcome in ('ACCEPTED', 'NOT_ACCEPTED', 'NOT_MADE', 'LAPSED')),
    closed_on      date,
    check ((outcome is null) = (closed_on is null))
);
create unique index lc_referral_open on lc_referral (case_reference) where closed_on is null;
create index lc_referral_case on lc_referral (case_reference, id);

create table lc_check (
    id           bigint generated always as identity primary key,
    referral_id  bigint      not null references lc_referral (id),
    met          boolean     not null,
    authority_id bigint      references housing_authority (id),
    inquiries    text        not null,
    reasons      text        not null,
    checked_by   text        not null,
    checked_at   timestamptz not null,
    check (not met or authority_id is not null)
);
create index lc_check_referral on lc_check (referral_id, id);

-- A referral is never made with a risk of violence, a connection here, or anything not known yet: see the gates of the
-- service, which these codes serve.
create table lc_check_member (
    check_id   bigint not null references lc_check (id),
    member_id  bigint not null,
    here       text   not null,
    here_why   text,
    there      text   not null,
    there_why  text,
    risk       text   not null check (risk in ('NONE', 'DOMESTIC_ABUSE', 'OTHER_VIOLENCE', 'NOT_KNOWN')),
    risk_asked text   not null,
    primary key (check_id, member_id)
);

-- What happened to it, in order: the signature, the notices, accommodation, the answer, the referee, the outcome.
create table lc_event (
    id          bigint generated always as identity primary key,
    referral_id bigint      not null references lc_referral (id),
    kind        text        not null check (kind in ('SIGNED', 'RETURNED', 'NOTIFIED', 'ACCOMMODATION', 'ANSWER',
                                                     'REFEREE', 'REFEREE_DECISION', 'OUTCOME')),
    code        text,
    on_day      date        not null,
    who         text,
    words       text,
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index lc_event_referral on lc_event (referral_id, id);

-- Append-only.
create trigger housing_authority_append_only before update or delete on housing_authority
    for each row execute function refuse_change_of_case_record();
create trigger lc_check_append_only before update or delete on lc_check
    for each row execute function refuse_change_of_case_record();
create trigger lc_check_member_append_only before update or delete on lc_check_member
    for each row execute function refuse_change_of_case_record();
create trigger lc_event_append_only before update or delete on lc_event
    for each row execute function refuse_change_of_case_record();

-- The council that a decision intends to refer to (s184(4)).
alter table decision add column refer_to text;
