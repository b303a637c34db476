-- What a letter was addressed to when it was made, its page as written so that it can be made again for another address,
-- and how it left the house.
alter table letter add column member_id bigint references household_member;
-- null for letters from before this was kept; empty where it was made without an address
alter table letter add column address_lines text[];
alter table letter add column html text;
alter table letter add column copy_of bigint references letter;

create table letter_dispatch (
    id             bigint      generated always as identity primary key,
    letter_id      bigint      not null references letter,
    case_reference text        not null references case_file,
    way            text        not null check (way in ('POSTED', 'HANDED_OVER', 'EMAILED')),
    sent_to        text        not null check (char_length(sent_to) between 1 and 700),
    sent_on        date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    unique (letter_id, way, sent_on)
);
create index letter_dispatch_of_case on letter_dispatch (case_reference);

create trigger letter_dispatch_append_only before update or delete on letter_dispatch
    for each row execute function refuse_change_of_case_record();
create trigger letter_dispatch_no_truncate before truncate on letter_dispatch
    for each statement execute function refuse_change_of_case_record();
