-- A letter may also be kept at the office for its reader to collect: treated as given after a reasonable time (s184(6)).
alter table letter_dispatch drop constraint letter_dispatch_way_check;
alter table letter_dispatch add constraint letter_dispatch_way_check
    check (way in ('POSTED', 'HANDED_OVER', 'EMAILED', 'KEPT_FOR_COLLECTION'));

-- What became of a letter after it had left the house, and what is to be done about it.
create table letter_outcome (
    id             bigint      generated always as identity primary key,
    letter_id      bigint      not null references letter,
    -- the way out of which it is known
    dispatch_id    bigint      not null references letter_dispatch,
    case_reference text        not null references case_file,
    outcome        text        not null check (outcome in ('DELIVERED', 'COLLECTED', 'RETURNED', 'BOUNCED', 'DEEMED_GIVEN')),
    on_day         date        not null,
    next_step      text        check (char_length(next_step) between 1 and 700),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (outcome not in ('RETURNED', 'BOUNCED') or next_step is not null)
);
create index letter_outcome_of_dispatch on letter_outcome (dispatch_id, id);
create index letter_outcome_of_case on letter_outcome (case_reference);
create trigger letter_outcome_append_only before update or delete on letter_outcome
    for each row execute function refuse_change_of_case_record();
create trigger letter_outcome_no_truncate before truncate on letter_outcome
    for each statement execute function refuse_change_of_case_record();

-- The second person's answer about a letter that waits for one before it leaves.
create table letter_release (
    letter_id      bigint      primary key references letter,
    case_reference text        not null references case_file,
    released       boolean     not null,
    comments       text        check (char_length(comments) between 1 and 2000),
    answered_by    text        not null,
    answered_at    timestamptz not null,
    check (released or comments is not null)
);
create index letter_release_of_case on letter_release (case_reference);
create trigger letter_release_append_only before update or delete on letter_release
    for each row execute function refuse_change_of_case_record();
create trigger letter_release_no_truncate before truncate on letter_release
    for each statement execute function refuse_change_of_case_record();

-- For the list of letters to chase.
create index letter_issued_on on letter (issued_on);
create index letter_copy_of on letter (copy_of) where copy_of is not null;
create index letter_dispatch_of_letter on letter_dispatch (letter_id, id);
