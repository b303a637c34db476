-- What officers answered when the service proposed a next action, and what was done about those they accepted. What is
-- proposed is not kept: it is found anew from the facts of the case each time somebody looks.
create table next_action (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    kind           text        not null check (kind ~ '^[A-Z_]+$'),
    -- what it is about, such as 'plan-12': the same is not proposed again
    subject        text        not null check (char_length(subject) between 1 and 100),
    detail         text        not null check (char_length(detail) <= 500),
    due_on         date        not null,
    accepted       boolean     not null,
    reason         text        check (char_length(reason) between 1 and 1000),
    answered_by    text        not null,
    answered_at    timestamptz not null,
    unique (case_reference, kind, subject),
    check (accepted or reason is not null)
);

create table next_action_done (
    next_action_id bigint      primary key references next_action,
    done           boolean     not null,
    words          text        not null check (char_length(words) between 1 and 2000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['next_action', 'next_action_done'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
        execute format('create trigger %I before truncate on %I for each statement execute function'
            || ' refuse_change_of_case_record()', t || '_no_truncate', t);
    end loop;
end $$;
