-- The ways in which an approach ends or goes on that no step of it asks for: lost contact, death, a case that should not
-- be, the same household again, a case taken up again, a night's emergency, and what is kept safe for them.
-- Facts are only added; what is put right later is a later row.

create table contact_attempt (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    tried_on       date        not null,
    way            text        not null check (way in ('PHONE', 'TEXT', 'EMAIL', 'POST', 'VISIT', 'AGENCY', 'THEY_CAME')),
    reached        boolean     not null,
    what           text        not null check (char_length(what) <= 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (way <> 'THEY_CAME' or reached)
);
create index contact_attempt_case on contact_attempt (case_reference, tried_on, id);

create table lost_contact (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    reasons        text        not null check (char_length(reasons) <= 2000),
    safe_to_write  boolean     not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index lost_contact_case on lost_contact (case_reference);

create table death (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    died_on        date,
    told_on        date        not null,
    told_by        text        not null check (char_length(told_by) <= 200),
    how_known      text        not null check (char_length(how_known) <= 1000),
    next_of_kin    text        check (char_length(next_of_kin) <= 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (died_on is null or died_on <= told_on)
);
create index death_case on death (case_reference);

create table cancellation (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    why            text        not null check (why in ('CREATED_IN_ERROR', 'MERGED')),
    reason         text        not null check (char_length(reason) <= 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index cancellation_case on cancellation (case_reference, id);

create table case_merge (
    id              bigint generated always as identity primary key,
    kept_case       text        not null,
    merged_case     text        not null unique,
    reason          text        not null check (char_length(reason) <= 1000),
    carried_over    text        not null,
    kept_status     text        not null,
    merged_status   text        not null,
    duties_compared boolean     not null,
    merged_by       text        not null,
    merged_at       timestamptz not null,
    check (kept_case <> merged_case)
);
create index case_merge_kept on case_merge (kept_case);

create table reapplication (
    id             bigint generated always as identity primary key,
    previous_case  text        not null,
    new_case       text        unique,
    why            text        not null check (why in ('FACTS_CHANGED', 'SAME_FACTS', 'SURVIVING_MEMBER')),
    reasons        text        not null check (char_length(reasons) <= 2000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check ((new_case is null) = (why = 'SAME_FACTS')),
    check (previous_case <> new_case)
);
create index reapplication_previous on reapplication (previous_case);

create table reopening (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    stage          text        not null,
    status_before  text        not null,
    reason         text        not null check (char_length(reason) <= 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index reopening_case on reopening (case_reference);

create table out_of_hours_record (
    id             bigint generated always as identity primary key,
    case_reference text        not null unique,
    with_them      text        check (char_length(with_them) <= 500),
    safe_tonight   boolean     not null,
    domestic_abuse boolean     not null,
    hate_crime     boolean     not null,
    interim_due    boolean     not null,
    why_not_due    text        check (char_length(why_not_due) <= 1000),
    what_happened  text        not null check (char_length(what_happened) <= 1000),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (interim_due or why_not_due is not null)
);

create table belongings (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    started_on     date        not null,
    danger         text        not null check (char_length(danger) <= 1000),
    why_unable     text        not null check (char_length(why_unable) <= 1000),
    what           text        not null check (char_length(what) <= 2000),
    under_duty     boolean     not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    ended_on       date,
    end_reason     text        check (end_reason in ('COLLECTED', 'NO_DANGER', 'OWN_ARRANGEMENTS', 'NOT_CLAIMED', 'DIED')),
    end_words      text        check (char_length(end_words) <= 1000),
    ended_by       text,
    check ((ended_on is null) = (end_reason is null))
);
create unique index belongings_running on belongings (case_reference) where ended_on is null;

create table belongings_check (
    id             bigint generated always as identity primary key,
    belongings_id  bigint      not null references belongings (id),
    checked_on     date        not null,
    stored_at      text        not null check (char_length(stored_at) <= 500),
    inventory      text        not null check (char_length(inventory) <= 4000),
    key_held_by    text        check (char_length(key_held_by) <= 200),
    charges        text        not null check (char_length(charges) <= 500),
    access         text        not null check (char_length(access) <= 500),
    notes          text        check (char_length(notes) <= 1000),
    next_check_on  date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (next_check_on > checked_on)
);
create index belongings_check_of on belongings_check (belongings_id, id);

create function way_of_ending_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed or removed: add a new one', tg_table_name;
end $$;

do $$
declare t text;
begin
    foreach t in array array['contact_attempt', 'lost_contact', 'death', 'cancellation', 'case_merge', 'reapplication',
                             'reopening', 'out_of_hours_record', 'belongings_check'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' way_of_ending_is_final()', t || '_append_only', t);
    end loop;
end $$;
