-- What was seen, decided and done about a placement between the keys and the unit being ready again; never changed.
create table stay_note (
    id           bigint      generated always as identity primary key,
    placement_id bigint      not null references placement,
    kind         text        not null check (kind in ('LIVING_THERE', 'NOT_SEEN', 'EXTENDED', 'OVERSTAY_ALLOWED',
                                 'OVERSTAY_NOT_ALLOWED', 'NOTICE', 'VERIFIED', 'KEYS', 'INSPECTED', 'READY',
                                 'NOT_READY')),
    -- What was found besides, as codes, such as CHARGE_WRONG.
    codes        text[]      not null default '{}',
    words        text        not null check (char_length(words) between 1 and 2000),
    -- When to look again, the end of an extension or notice, or when the unit is ready.
    look_on      date,
    noted_by     text        not null,
    noted_at     timestamptz not null
);
create index stay_note_placement on stay_note (placement_id, id);
