-- Homes outside the borough: the record of why nothing nearer could be used and who approved it, the council's policies of
-- the day, the notices to host councils and to schools, doctors and health visitors, and how a household is followed there.

-- Policies and other facts that hold from a day on, never changed: what held when something was decided stays readable.
create table placement_policy (
    id         bigint generated always as identity primary key,
    kind       text   not null check (kind in ('ALLOCATION', 'PROCUREMENT', 'SECTION_213AA')),
    from_day   date   not null,
    title      text   not null check (char_length(title) between 1 and 200),
    words      text   check (char_length(words) <= 8000),
    made_at    timestamptz not null,
    made_by    text   not null
);
create index placement_policy_kind on placement_policy (kind, from_day desc, id desc);

create table outside_record (
    id              bigint  generated always as identity primary key,
    placement_id    bigint  not null references placement,
    unit_id         bigint  not null references unit,
    search_id       bigint,
    miles           numeric(5, 1) not null check (miles >= 0),
    minutes         int     not null check (minutes >= 0),
    nothing_nearer  text    not null check (char_length(nothing_nearer) <= 4000),
    priority        text    not null check (priority in ('IN_BOROUGH', 'NEARBY', 'NONE')),
    policy_reasons  text    not null check (char_length(policy_reasons) <= 4000),
    allocation_policy  bigint references placement_policy,
    procurement_policy bigint references placement_policy,
    welfare         text    not null check (char_length(welfare) <= 4000),
    affordable      text    not null check (char_length(affordable) <= 2000),
    told            boolean not null,
    said            text    not null check (char_length(said) <= 2000),
    way_back        text    not null check (char_length(way_back) <= 2000),
    recorded_by     text    not null,
    recorded_at     timestamptz not null
);
create index outside_record_placement on outside_record (placement_id, id desc);

create table outside_record_member (
    record_id      bigint not null references outside_record,
    member_id      bigint not null references household_member,
    school_year    text   not null,
    school_flags   text[] not null,
    school_minutes int,
    school_plan    text   check (char_length(school_plan) <= 1000),
    primary key (record_id, member_id)
);

-- What is known of a person under each factor of SI 2012/2601 art 2, and from where.
create table outside_record_fact (
    record_id bigint not null references outside_record,
    member_id bigint not null references household_member,
    factor    text   not null check (factor in ('WORK', 'CARE', 'SCHOOL', 'HEALTH', 'SERVICES')),
    words     text   not null check (char_length(words) <= 1000),
    source    text   not null check (source in ('ASKED', 'BODY', 'DOCUMENT', 'APPLICATION')),
    primary key (record_id, member_id, factor)
);

-- What became of the record, once: one that was returned is followed by another record.
create table outside_answer (
    record_id bigint primary key references outside_record,
    answer    text   not null check (answer in ('APPROVED', 'RETURNED', 'TAKEN_BACK')),
    words     text   not null check (char_length(words) <= 2000),
    made_by   text   not null,
    made_at   timestamptz not null
);
