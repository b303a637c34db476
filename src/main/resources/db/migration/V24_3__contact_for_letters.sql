-- Where letters go is decided before it is asked whether post is safe there: an unsafe address for letters does not make
-- letters go to where they stay.
create or replace function applicant_contact(of_case text, on_day date)
returns table (phone text, email text, address text, postcode text, contact_method text, contact_safety text)
language sql stable as $$
    with points as (
        select p.* from contact_point p join household_member m on m.id = p.member_id and m.main_applicant
        where p.case_reference = of_case and p.from_day <= on_day and (p.ended_on is null or p.ended_on > on_day)
    ), first as (
        select p.* from points p where p.kind in ('LETTERS', 'CARE_OF', 'STAYING')
        order by (p.kind = 'STAYING'), p.id desc limit 1
    ), post as (
        select * from first where safety <> 'UNSAFE'
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
