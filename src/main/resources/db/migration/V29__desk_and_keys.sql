-- Who is with households today, who answers out of hours, sign-ups, keys without a claim, and keys given.

alter table declared_presence add column on_visits boolean not null default false;
alter table declared_presence add constraint visits_are_no_office check (not on_visits or office is null);

create table duty_manager (
    id         bigint generated always as identity primary key,
    username   text        not null references account,
    begins_at  timestamptz not null,
    ends_at    timestamptz not null,
    named_by   text        not null,
    named_at   timestamptz not null,
    -- When it was taken back before its time.
    ended_at   timestamptz,
    ended_by   text,
    check (ends_at > begins_at),
    check ((ended_at is null) = (ended_by is null))
);
create index duty_manager_end on duty_manager (ends_at) where ended_at is null;
alter table duty_manager add constraint one_duty_at_a_time exclude using gist (
    -- Text has no operator class for gist without an extension; its hash as a range of one number needs none.
    int8range(hashtextextended(username, 0), hashtextextended(username, 0), '[]') with &&,
    tstzrange(begins_at, ends_at) with &&) where (ended_at is null);

create table sign_up (
    placement_id       bigint primary key references placement,
    case_reference     text   not null references case_file,
    place              text   not null check (place in ('OFFICE', 'HOSPITAL', 'REFUGE', 'HOME', 'UNIT')),
    place_name         text   not null check (char_length(place_name) between 1 and 200),
    signed_on          date   not null,
    signed_at          timestamptz not null,
    officer            text   not null,
    lives_on           text[] not null,
    evidence           text[] not null,
    next_review_on     date,
    childrens_services boolean,
    told_of_area       text   check (char_length(told_of_area) <= 2000)
);
create index sign_up_case on sign_up (case_reference);

create table sign_up_consent (
    placement_id bigint  not null references sign_up,
    body         text    not null check (body in ('SCHOOL', 'GP', 'HEALTH_VISITOR')),
    given        boolean not null,
    names        text    check (char_length(names) <= 500),
    primary key (placement_id, body)
);

-- Keys without a claim: asked by one, answered by another.
create table keys_release (
    id             bigint generated always as identity primary key,
    placement_id   bigint not null references placement,
    case_reference text   not null references case_file,
    reason         text   not null check (reason in ('PAYS_IN_FULL', 'NOT_ENTITLED', 'SYSTEM_DOWN', 'OUT_OF_HOURS',
                                                     'CANNOT_TODAY', 'OTHER')),
    words          text   check (char_length(words) <= 1000),
    -- Whether an officer gives the keys, or somebody at the accommodation.
    officer_gives  boolean not null,
    state          text   not null check (state in ('WAITING', 'RELEASED', 'SENT_BACK', 'TAKEN_BACK')),
    asked_by       text   not null,
    asked_at       timestamptz not null,
    answered_by    text,
    answered_at    timestamptz,
    answer         text   check (char_length(answer) <= 1000),
    check ((state = 'WAITING') = (answered_by is null)),
    check ((answered_by is null) = (answered_at is null)),
    check (reason <> 'OTHER' or words is not null),
    -- Whoever asks never releases, whatever reaches the table.
    constraint released_by_another check (state <> 'RELEASED' or answered_by <> asked_by)
);
create unique index keys_release_waiting on keys_release (placement_id) where state = 'WAITING';
create index keys_release_placement on keys_release (placement_id, id);
create index keys_release_answered on keys_release (answered_at);

-- On what the keys were given: a claim or a release, never neither.
create table keys_given (
    placement_id    bigint primary key references placement,
    case_reference  text   not null references case_file,
    claim_reference text,
    release_id      bigint references keys_release,
    -- Who handed them over where it was no officer.
    given_there_by  text   check (char_length(given_there_by) <= 200),
    recorded_by     text   not null,
    recorded_at     timestamptz not null,
    constraint keys_need_a_claim_or_a_release check (claim_reference is not null or release_id is not null)
);
