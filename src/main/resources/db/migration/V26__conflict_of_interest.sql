-- Officers who know the people of a case. While a row runs (lifted_at is null) its person reads the case and records
-- contact on it, and decides nothing. Who declared, who lifted and why stands in the audit too, without the words.

create table conflict_of_interest (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    username       text        not null references account,
    kind           text        not null check (kind in ('FAMILY', 'FRIEND', 'NEIGHBOUR', 'WORK', 'MONEY', 'OTHER')),
    words          text        check (char_length(words) between 1 and 500),
    declared_at    timestamptz not null,
    lifted_by      text        check (lifted_by <> username),
    lifted_at      timestamptz,
    lifted_because text        check (char_length(lifted_because) between 1 and 500),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null))
);
-- One running row for each person and case; also the index that every request asks.
create unique index conflict_of_interest_running on conflict_of_interest (case_reference, username)
    where lifted_at is null;
