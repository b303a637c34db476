-- A household leaves temporary accommodation: why, until when, what it was told, and what became of it.
create table leaving (
    id             bigint      generated always as identity primary key,
    placement_id   bigint      not null references placement,
    case_reference text        not null references case_file,
    reason         text        not null,
    leave_by       date        not null,
    begun_by       text        not null,
    begun_at       timestamptz not null,
    closed_on      date,
    -- CALLED_OFF: they stay; LEFT: they have gone and what hung on the home is settled
    closed_as      text        check (closed_as in ('CALLED_OFF', 'LEFT')),
    check ((closed_on is null) = (closed_as is null))
);
create unique index leaving_open on leaving (placement_id) where closed_on is null;
create index leaving_case on leaving (case_reference, id);

create table leaving_note (
    id           bigint      generated always as identity primary key,
    leaving_id   bigint      not null references leaving,
    kind         text        not null check (kind in ('PLANNED', 'TOLD', 'CALLED_OFF', 'HOME_CLOSED')),
    -- until when they may stay (PLANNED, TOLD); the day on which the benefit service was told (HOME_CLOSED)
    on_day       date,
    codes        text[]      not null default '{}',
    words        text        check (char_length(words) between 1 and 2000),
    noted_by     text        not null,
    noted_at     timestamptz not null,
    check (kind not in ('PLANNED', 'TOLD') or on_day is not null)
);
create index leaving_note_of on leaving_note (leaving_id, id);
create trigger leaving_note_append_only before update or delete on leaving_note
    for each row execute function refuse_change_of_case_record();
create trigger leaving_note_no_truncate before truncate on leaving_note
    for each statement execute function refuse_change_of_case_record();
