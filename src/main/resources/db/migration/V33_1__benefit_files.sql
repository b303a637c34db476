-- What was handed to the benefit system and what came back. A line that was taken is never taken again.

create table benefit_file (
    id          bigint generated always as identity primary key,
    direction   text   not null check (direction in ('OUT', 'IN')),
    made_at     timestamptz not null,
    made_by     text   not null,
    -- SHA-256 of the file as it was handed over or came in.
    fingerprint text   not null check (fingerprint ~ '^[0-9a-f]{64}$')
);
create index benefit_file_made on benefit_file (id desc);

create table benefit_file_line (
    id             bigint generated always as identity primary key,
    file_id        bigint not null references benefit_file,
    line           int    not null check (line > 0),
    -- Null where a line that came in was not matched.
    claim_id       bigint references benefit_claim,
    case_reference text   references case_file,
    -- Of a line handed over: its id, and the line itself; of a line that came in: its record id.
    key            text   not null check (char_length(key) between 1 and 80),
    content        text   check (char_length(content) <= 4000),
    outcome        text   not null check (outcome in ('HANDED_OVER', 'TAKEN', 'KNOWN', 'NOT_MATCHED', 'WRONG')),
    words          text   check (char_length(words) <= 500),
    unique (file_id, line)
);
create index benefit_file_line_claim on benefit_file_line (claim_id, id) where outcome = 'HANDED_OVER';

-- Each record of the benefit system that was taken, with its fingerprint: the same again is known, another under the same
-- id is wrong.
create table benefit_taken (
    record_id   text   primary key check (char_length(record_id) between 1 and 60),
    fingerprint text   not null,
    claim_id    bigint not null references benefit_claim,
    file_id     bigint not null references benefit_file
);

-- Of a refusal: nothing more is done about it.
alter table benefit_claim add column refusal_stands boolean not null default false;
