-- Evidence that households bring: the file as it came, with its hash. Nothing is changed or removed; a wrong one is
-- withdrawn by a row of its own.
create table document (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    category       text        not null check (category ~ '^[A-Z_]+$'),
    name           text        not null check (char_length(name) between 1 and 150),
    description    text        check (char_length(description) between 1 and 1000),
    about          bigint      references household_member,
    dated_on       date,
    expires_on     date,
    media_type     text        not null check (media_type in ('PDF', 'JPEG', 'PNG')),
    size_bytes     bigint      not null check (size_bytes > 0),
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- The step beside which it was added; the BPMN element's id outlives the step itself.
    step_process   text,
    step_element   text,
    added_on       date        not null,
    added_at       timestamptz not null,
    added_by       text        not null,
    unique (case_reference, id),
    check (expires_on >= dated_on),
    check ((step_process is null) = (step_element is null))
);
create index document_case on document (case_reference, id desc);
create index document_same on document (case_reference, sha256);

-- Apart from what lists read.
create table document_content (
    document_id bigint primary key references document,
    content     bytea  not null,
    -- A small picture, made anew from the file; null where there is none.
    preview     bytea
);

-- What the virus scanner said, oldest first; the latest row holds.
create table document_scan (
    id             bigint      generated always as identity primary key,
    document_id    bigint      not null,
    case_reference text        not null,
    state          text        not null check (state in ('NOT_SCANNED', 'WAITING', 'CLEAN', 'INFECTED')),
    -- The scanner's name for what it found.
    found          text        check ((state = 'INFECTED') = (found is not null) and char_length(found) <= 200),
    scanned_at     timestamptz not null,
    foreign key (case_reference, document_id) references document (case_reference, id)
);
create index document_scan_document on document_scan (document_id, id desc);
-- It is said once, whichever node of the service asked.
create unique index document_scan_once on document_scan (document_id) where state in ('CLEAN', 'INFECTED');

create table document_withdrawn (
    document_id    bigint      primary key,
    case_reference text        not null,
    reason         text        not null check (char_length(reason) between 1 and 1000),
    withdrawn_by   text        not null,
    withdrawn_at   timestamptz not null,
    foreign key (case_reference, document_id) references document (case_reference, id)
);

do $$
declare t text;
begin
    foreach t in array array['document', 'document_content', 'document_scan', 'document_withdrawn'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
        execute format('create trigger %I before truncate on %I for each statement execute function'
            || ' refuse_change_of_case_record()', t || '_no_truncate', t);
    end loop;
end $$;
