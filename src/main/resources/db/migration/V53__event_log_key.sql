-- The key under which whoever and whatever stands in an event log that leaves the service is given another name. Made
-- at the first export. Whoever deletes the row makes the names of all later files unlike those of the earlier ones.
create table event_log_key (
    one boolean primary key default true check (one),
    key bytea   not null check (octet_length(key) >= 32)
);
