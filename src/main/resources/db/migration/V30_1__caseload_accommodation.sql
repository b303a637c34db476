-- A caseload with its units, and the control total of the balances that come with it.

-- One row for each row of units.csv: what became of it. A unit belongs to no household.
create table caseload_unit (
    import_id bigint  not null references caseload_import,
    line      integer not null,
    name      text    not null,
    state     text    not null check (state in ('READY', 'REFUSED', 'ALREADY', 'IMPORTED')),
    unit_id   bigint references unit,
    primary key (import_id, line),
    check ((state = 'IMPORTED') = (unit_id is not null))
);

-- What the household owed in the previous system, in pence; less than nothing where it was in credit.
alter table caseload_household add column balance_pence bigint not null default 0;
