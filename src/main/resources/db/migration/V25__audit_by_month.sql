-- The audit by month: views of cases, searches and sign-ins come to it, so it grows by far more than changes alone do.
-- It also says from where each thing was done. What was written before is carried over with the hashes it had.

alter table audit_entry rename to audit_entry_before;
alter table audit_entry_before rename constraint audit_entry_pkey to audit_entry_before_pkey;
alter index audit_entry_at rename to audit_entry_before_at;

create table audit_entry (
    chain     text        not null,
    sequence  bigint      not null,
    at        timestamptz not null,
    who       text        not null,
    -- PAGE, API, BACKGROUND or COMMAND; null only in what was written before this was recorded
    via       text        check (via in ('PAGE', 'API', 'BACKGROUND', 'COMMAND')),
    -- the network address of whoever asked, where somebody asked
    address   text        check (char_length(address) <= 45),
    action    text        not null,
    subject   text        not null,
    details   jsonb       not null,
    reason    text,
    provision text,
    hash      bytea       not null,
    -- The month is part of the key because the database wants it so. That a number comes once in a chain is kept by the
    -- head, which every writer moves on under its lock, and shown by the verifier.
    primary key (chain, sequence, at)
) partition by range (at);

-- 'Between these days', 'what did this person do' and 'what was done to this account or step', newest first.
create index audit_entry_at on audit_entry (at);
create index audit_entry_who on audit_entry (who, at);
create index audit_entry_subject on audit_entry (subject, at);
-- 'Who looked who had nothing to do with the case' and 'why' are asked over years, and few entries answer them.
create index audit_entry_stranger on audit_entry (at) where details ->> 'relation' = 'NONE';
create index audit_entry_reason on audit_entry (at) where reason is not null;

-- The hash of an entry that says from where. Entries from before have no 'via' and keep the hash of V2; whoever takes
-- the 'via' out of an entry, or puts one in, changes what its hash must be.
create function audit_hash(previous bytea, chain text, sequence bigint, at_micros bigint, who text, via text,
                           address text, action text, subject text, details jsonb, reason text, provision text)
    returns bytea language sql stable parallel safe as
$$
select case when via is null and address is null
            then audit_hash(previous, chain, sequence, at_micros, who, action, subject, details, reason, provision)
            else sha256(previous || convert_to(json_build_array(chain, sequence, at_micros, who, via, address, action,
                                                                subject, details::text, reason, provision)::text,
                                               'UTF8')) end
$$;

-- Row triggers stand on every partition, also one that is addressed by its own name; those for truncate have to be put
-- on each. All of them fire always: session_replication_role does not switch them off.
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_entry_row_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
alter table audit_entry enable always trigger audit_entry_append_only;
alter table audit_entry enable always trigger audit_entry_row_append_only;
alter table audit_chain enable always trigger audit_chain_is_kept;
alter table audit_chain enable always trigger audit_chain_moves_on;

create function audit_guard_partition(partition regclass) returns void language plpgsql as
$$
begin
    execute format('create trigger audit_entry_append_only before truncate on %s'
                   ' for each statement execute function audit_is_append_only()', partition);
    execute format('alter table %s enable always trigger audit_entry_append_only', partition);
    execute format('alter table %s enable always trigger audit_entry_row_append_only', partition);
end
$$;

-- Whatever has no month of its own yet is kept here, so that nothing is ever lost.
create table audit_entry_default partition of audit_entry default;
select audit_guard_partition('audit_entry_default');

-- Makes the partition of the month that begins on that day (in UTC). False where it is there, or where entries of that
-- month are in the default partition already: those stay where they are, because nothing is ever moved.
create function audit_make_month(first_day date) returns boolean language plpgsql as
$$
declare
    month     text        := 'audit_entry_' || to_char(first_day, 'YYYY_MM');
    begins_at timestamptz := first_day::timestamp at time zone 'UTC';
    ends_at   timestamptz := (first_day + interval '1 month')::timestamp at time zone 'UTC';
begin
    if extract(day from first_day) <> 1 then
        raise exception 'A month begins on its first day';
    end if;
    if to_regclass(month) is not null
       or exists (select from audit_entry_default where at >= begins_at and at < ends_at) then
        return false;
    end if;
    execute format('create table %I partition of audit_entry for values from (%L) to (%L)', month, begins_at, ends_at);
    perform audit_guard_partition(month::regclass);
    return true;
end
$$;

select audit_make_month(month::date)
  from generate_series(date_trunc('month', coalesce((select min(at) from audit_entry_before), now()) at time zone 'UTC'),
                       date_trunc('month', now() at time zone 'UTC') + interval '3 months', interval '1 month') month;

insert into audit_entry (chain, sequence, at, who, action, subject, details, reason, provision, hash)
select chain, sequence, at, who, action, subject, details, reason, provision, hash from audit_entry_before;

drop table audit_entry_before;

-- How far each chain was found whole, so that the nightly check reads only what came since. The command that checks
-- everything does not trust it.
create table audit_verified (
    chain       text        primary key,
    sequence    bigint      not null,
    hash        bytea       not null,
    verified_at timestamptz not null
);

-- What each nightly check read and found; the newest is shown to whoever searches the audit.
create table audit_check (
    id         bigint      generated always as identity primary key,
    began_at   timestamptz not null,
    ended_at   timestamptz not null,
    entries    bigint      not null,
    findings   integer     not null,
    first_said text
);
