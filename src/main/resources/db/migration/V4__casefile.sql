-- The case file: who a household is, how to reach them, what officers wrote and what happened, in order.
-- Days are London days; instants come from the service's clock, so no column has a default date.

create sequence case_number start 100001;

create table case_file (
    reference          text        primary key check (reference ~ '^TH-[0-9]{6,9}-[A-Z]$'),
    opened_at          timestamptz not null,
    opened_by          text        not null,
    channel            text        not null,
    referred_by        text,
    team               text        not null,
    status             text        not null,
    status_since       timestamptz not null,
    previous_reference text,
    reason             text        not null check (char_length(reason) <= 2000),
    phone              text,
    email              text,
    address            text        check (char_length(address) <= 500),
    postcode           text,
    contact_method     text,
    contact_safety     text        check (char_length(contact_safety) <= 500),
    language           text        not null,
    needs              text[]      not null,
    flags              text[]      not null,
    version            integer     not null
);
create index case_file_phone on case_file (phone) where phone is not null;
create index case_file_previous_reference on case_file (upper(previous_reference)) where previous_reference is not null;

create table household_member (
    id               bigint  generated always as identity primary key,
    case_reference   text    not null references case_file,
    main_applicant   boolean not null,
    relationship     text    not null,
    given_name       text    not null check (char_length(given_name) <= 100),
    family_name      text    not null check (char_length(family_name) between 1 and 100),
    given_key        text    not null,
    family_key       text    not null,
    date_of_birth    date,
    ni_number        text    check (ni_number ~ '^[A-Z]{2}[0-9]{6}[A-D]$'),
    in_education     boolean not null,
    left_on          date,
    version          integer not null
);
create unique index household_member_one_applicant on household_member (case_reference) where main_applicant;
create index household_member_case on household_member (case_reference);
create index household_member_family on household_member (family_key text_pattern_ops, date_of_birth);
create index household_member_given on household_member (given_key text_pattern_ops);
create index household_member_born on household_member (date_of_birth) where date_of_birth is not null;
create index household_member_ni on household_member (ni_number) where ni_number is not null;

create table case_note (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    written_at     timestamptz not null,
    written_by     text        not null,
    text           text        not null check (char_length(text) between 1 and 10000),
    corrects       bigint,
    unique (case_reference, id),
    -- a correction refers to a note of the same case
    foreign key (case_reference, corrects) references case_note (case_reference, id)
);

create table timeline_entry (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    happened_at    timestamptz not null,
    by_username    text        not null,
    kind           text        not null,
    headline       text        not null,
    detail         text
);
create index timeline_entry_case on timeline_entry (case_reference, id desc);

create function refuse_change_of_case_record() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed or removed: add a new one that refers to the old', tg_table_name;
end $$;

create trigger case_note_append_only before update or delete on case_note
    for each row execute function refuse_change_of_case_record();
create trigger case_note_no_truncate before truncate on case_note
    for each statement execute function refuse_change_of_case_record();
create trigger timeline_append_only before update or delete on timeline_entry
    for each row execute function refuse_change_of_case_record();
create trigger timeline_no_truncate before truncate on timeline_entry
    for each statement execute function refuse_change_of_case_record();
