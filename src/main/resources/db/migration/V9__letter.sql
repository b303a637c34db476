-- Letters as they were issued. A letter is never changed: a mistake is put right by another letter.
create table letter (
    id              bigint generated always as identity primary key,
    case_reference  text        not null,
    template        text        not null,
    title           text        not null,
    idempotency_key text        not null unique,
    issued_on       date        not null,
    issued_at       timestamptz not null,
    issued_by       text        not null,
    pdf_sha256      text        not null,
    pdf             bytea       not null
);

create index letter_case on letter (case_reference, issued_at, id);

create function letter_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'An issued letter cannot be changed or removed';
end
$$;

create trigger letter_is_final before update or delete on letter
    for each row execute function letter_is_final();
