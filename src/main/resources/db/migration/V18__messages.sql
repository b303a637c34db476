-- Messages that go out of the house: written in the transaction of what they tell of, sent after it has committed.
-- A message is sent once. Where it is not known whether it went out, a person decides.

create table message (
    id              bigint      generated always as identity primary key,
    idempotency_key text        not null unique check (char_length(idempotency_key) <= 200),
    case_reference  text        not null references case_file,
    kind            text        not null,
    recipient       text        not null check (char_length(recipient) between 3 and 254),
    subject         text        not null check (char_length(subject) between 1 and 200),
    body            text        not null check (char_length(body) between 1 and 5000),
    queued_at       timestamptz not null,
    state           text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'BY_HAND')),
    attempts        integer     not null check (attempts >= 0),
    -- while WAITING when it is next tried; while SENDING until when its sender may take
    next_at         timestamptz not null,
    problem         text,
    ended_at        timestamptz,
    ended_by        text,
    check ((state in ('SENT', 'BY_HAND')) = (ended_at is not null)),
    check (state <> 'FAILED' or problem is not null)
);
create index message_due on message (next_at) where state in ('WAITING', 'SENDING');
create index message_failed on message (queued_at) where state = 'FAILED';
