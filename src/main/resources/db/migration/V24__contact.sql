-- Where and how each person of a household is reached: one place for it, with the days on which each part holds.
-- Nothing is overwritten. A row gets its end once; what is changed is a new row.

create table contact_point (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    member_id      bigint      not null references household_member,
    kind           text        not null check (kind in ('STAYING', 'LETTERS', 'CARE_OF', 'PHONE', 'EMAIL')),
    -- the lines of an address, a number in international form, or an e-mail address
    value          text        check (char_length(value) between 1 and 500),
    postcode       text,
    care_of        text        check (char_length(care_of) <= 200),
    safety         text        not null check (safety in ('SAFE', 'NOT_ASKED', 'UNSAFE')),
    remark         text        check (char_length(remark) <= 500),
    from_day       date        not null,
    -- the first day on which it no longer holds; may lie ahead
    ended_on       date,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    ended_by       text,
    ended_at       timestamptz,
    check (value is not null or postcode is not null),
    check ((kind = 'CARE_OF') = (care_of is not null)),
    check (postcode is null or kind in ('STAYING', 'LETTERS', 'CARE_OF')),
    check (ended_on >= from_day),
    check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null))
);
create index contact_point_of_case on contact_point (case_reference, member_id);
create index contact_point_phone on contact_point (value) where kind = 'PHONE' and ended_on is null;

-- DO_NOT_WRITE: no post at all. WAY: how they want to be reached and when that is safe; with only_by, in no other way.
-- A rule never ends by itself: somebody ends it and says why.
create table contact_rule (
    id             bigint      generated always as identity primary key,
    case_reference text        not null references case_file,
    member_id      bigint      not null references household_member,
    kind           text        not null check (kind in ('DO_NOT_WRITE', 'WAY')),
    only_by        boolean     not null,
    method         text,
    safe_when      text        check (char_length(safe_when) <= 500),
    through        text        check (char_length(through) <= 200),
    reason         text        check (char_length(reason) <= 500),
    from_day       date        not null,
    ended_on       date,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    ended_by       text,
    ended_at       timestamptz,
    ended_reason   text        check (char_length(ended_reason) <= 500),
    check (not only_by or method is not null),
    check (kind = 'WAY' or (method is null and safe_when is null and through is null)),
    check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null))
);
create index contact_rule_of_case on contact_rule (case_reference, member_id);
create unique index contact_rule_one on contact_rule (member_id, kind) where ended_on is null;

-- What is on the case today becomes the first row of its history. It may have held since the opening, and letters of
-- those days were addressed by it; who recorded it and when is in the timeline and not known here, so the service itself
-- stands for them, and what forbids something is dated from now on.
insert into contact_point (case_reference, member_id, kind, value, postcode, safety, from_day, recorded_by, recorded_at)
select f.reference, m.id, 'LETTERS', nullif(btrim(f.address, E' \t\r\n'), ''), nullif(f.postcode, ''), 'NOT_ASKED',
    (f.opened_at at time zone 'Europe/London')::date, 'threshold', now()
from case_file f join household_member m on m.case_reference = f.reference and m.main_applicant
where btrim(f.address, E' \t\r\n') <> '' or f.postcode <> '';

insert into contact_point (case_reference, member_id, kind, value, safety, from_day, recorded_by, recorded_at)
select f.reference, m.id, c.kind, c.value, 'NOT_ASKED', (f.opened_at at time zone 'Europe/London')::date, 'threshold',
    now()
from case_file f join household_member m on m.case_reference = f.reference and m.main_applicant
cross join lateral (values ('PHONE', f.phone), ('EMAIL', f.email)) c (kind, value)
where btrim(c.value) <> '';

insert into contact_rule (case_reference, member_id, kind, only_by, method, safe_when, from_day, recorded_by,
    recorded_at)
select f.reference, m.id, 'WAY', false, f.contact_method, f.contact_safety,
    (now() at time zone 'Europe/London')::date, 'threshold', now()
from case_file f join household_member m on m.case_reference = f.reference and m.main_applicant
where f.contact_method is not null or f.contact_safety is not null;

insert into contact_rule (case_reference, member_id, kind, only_by, reason, from_day, recorded_by, recorded_at)
select f.reference, m.id, 'DO_NOT_WRITE', false, 'Taken over from the alert ‘Do not write’',
    (now() at time zone 'Europe/London')::date, 'threshold', now()
from case_file f join household_member m on m.case_reference = f.reference and m.main_applicant
where 'DO_NOT_WRITE' = any (f.flags);

drop index case_file_phone;
alter table case_file drop column phone, drop column email, drop column address, drop column postcode,
    drop column contact_method, drop column contact_safety;
update case_file set flags = array_remove(flags, 'DO_NOT_WRITE') where 'DO_NOT_WRITE' = any (flags);
alter table case_file add constraint do_not_write_is_a_contact_rule check (not 'DO_NOT_WRITE' = any (flags));

create function contact_is_history() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'Rows of % are never removed: end them', tg_table_name;
    end if;
    if to_jsonb(new) - '{ended_on,ended_by,ended_at,ended_reason}'::text[]
            is distinct from to_jsonb(old) - '{ended_on,ended_by,ended_at,ended_reason}'::text[] then
        raise exception 'Rows of % are never changed: end them and add a new one', tg_table_name;
    end if;
    -- An end that lies ahead may be moved; one that had come when it was recorded is final, and none is taken back.
    if old.ended_on is not null and (new.ended_on is null or new.ended_on > old.ended_on
            and old.ended_on <= (old.ended_at at time zone 'Europe/London')::date) then
        raise exception 'Rows of % that have ended do not hold again: add a new one', tg_table_name;
    end if;
    return new;
end $$;
create trigger contact_point_is_history before update or delete on contact_point
    for each row execute function contact_is_history();
create trigger contact_point_no_truncate before truncate on contact_point
    for each statement execute function contact_is_history();
create trigger contact_rule_is_history before update or delete on contact_rule
    for each row execute function contact_is_history();
create trigger contact_rule_no_truncate before truncate on contact_rule
    for each statement execute function contact_is_history();

-- The flags of a case, of which 'do not write' to its applicant is one, read from the rule.
create function case_flags(of_case text, kept text[]) returns text[] language sql stable as $$
    select case when exists (select from contact_rule r join household_member m on m.id = r.member_id
            and m.main_applicant where r.case_reference = of_case and r.kind = 'DO_NOT_WRITE' and r.ended_on is null)
        then kept || 'DO_NOT_WRITE'::text else kept end
$$;

-- How the applicant of a case is reached on a day; the address is the one for letters.
create function applicant_contact(of_case text, on_day date)
returns table (phone text, email text, address text, postcode text, contact_method text, contact_safety text)
language sql stable as $$
    with points as (
        select p.* from contact_point p join household_member m on m.id = p.member_id and m.main_applicant
        where p.case_reference = of_case and p.from_day <= on_day and (p.ended_on is null or p.ended_on > on_day)
    ), post as (
        select p.* from points p where p.kind in ('LETTERS', 'CARE_OF', 'STAYING') and p.safety <> 'UNSAFE'
        order by (p.kind = 'STAYING'), p.id desc limit 1
    )
    select (select value from points where kind = 'PHONE' order by id desc limit 1),
        (select value from points where kind = 'EMAIL' order by id desc limit 1),
        (select case when care_of is null then value else concat_ws(E'\n', 'c/o ' || care_of, value) end from post),
        (select post.postcode from post), way.method, way.safe_when
    from (select) one left join lateral (
        select r.method, r.safe_when from contact_rule r join household_member m on m.id = r.member_id
            and m.main_applicant
        where r.case_reference = of_case and r.kind = 'WAY' and r.ended_on is null) way on true
$$;
