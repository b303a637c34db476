-- A caseload brought over from a previous system: what was uploaded, what its check said, and how far it has come.
create table caseload_import (
    id           bigint generated always as identity primary key,
    uploaded_at  timestamptz not null,
    uploaded_by  text        not null,
    date_order   text        not null check (date_order in ('DAY_FIRST', 'ISO')),
    content_hash text        not null,
    state        text        not null check (state in ('UNREADABLE', 'CHECKED', 'RUNNING', 'STOPPED', 'DONE')),
    -- who last said 'bring them over', when that was, and when a case was last brought over: a run that has not moved
    -- for a while was interrupted
    applied_by   text,
    applied_at   timestamptz,
    runner       uuid,
    alive_at     timestamptz,
    finished_at  timestamptz
);

-- The files themselves, only for as long as something is still to be brought over.
create table caseload_file (
    import_id bigint not null references caseload_import,
    sheet     text   not null,
    content   bytea  not null,
    primary key (import_id, sheet)
);

-- Rows that belong to no household of the import, for the control totals.
create table caseload_stray (
    import_id bigint  not null references caseload_import,
    sheet     text    not null,
    rows      integer not null,
    primary key (import_id, sheet)
);

-- One row for each household of an import: what became of it, and how many rows of each file it has.
create table caseload_household (
    import_id          bigint  not null references caseload_import,
    position           integer not null,
    previous_reference text    not null,
    content_hash       text    not null,
    state              text    not null check (state in ('READY', 'REFUSED', 'ALREADY', 'CHANGED', 'IMPORTED')),
    status             text,
    row_counts         integer[] not null,
    case_reference     text references case_file,
    brought_at         timestamptz,
    -- the statutory clock that had run out when it was brought over, and who got the step
    late_clock         text,
    owner              text,
    primary key (import_id, position),
    check ((state = 'IMPORTED') = (case_reference is not null))
);
-- The previous reference is the key of a household: it is brought over once.
create unique index caseload_household_once on caseload_household (upper(previous_reference)) where state = 'IMPORTED';

-- What is to be said about a row; refused or only remarked.
create table caseload_remark (
    id                 bigint generated always as identity primary key,
    import_id          bigint  not null references caseload_import,
    sheet              text    not null,
    line               integer not null,
    heading            text,
    previous_reference text,
    refused            boolean not null,
    problem            text    not null,
    remedy             text    not null
);
create index caseload_remark_import on caseload_remark (import_id, id);
