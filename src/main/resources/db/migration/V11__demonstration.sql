-- How far the demonstration's clock is ahead of real time. Outside the demonstration nothing reads or writes it.
create table service_date (
    only_row      boolean primary key default true check (only_row),
    offset_millis bigint  not null check (offset_millis >= 0)
);
