-- Advice and help given while a reasonable opportunity runs (Housing Act 1996 s190(2)(b)).
create table opportunity_help (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    help           text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index opportunity_help_case on opportunity_help (case_reference);

-- The last day of a reasonable opportunity is only ever moved later, with reasons.
create table opportunity_extension (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    duty_id        bigint      not null references duty (id),
    was_until      date        not null,
    until          date        not null check (until > was_until),
    reasons        text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index opportunity_extension_case on opportunity_extension (case_reference);

-- Whether children's services were told of a child whose household is owed no lasting accommodation (s213A).
create table childrens_services_referral (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    consent        text        not null check (consent in ('AGREED', 'REFUSED', 'NOT_REACHED')),
    safeguarding   text,
    told_to        text,
    told_on        date,
    told_what      text,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check ((told_to is null) = (told_on is null) and (told_to is null) = (told_what is null)),
    check (consent <> 'AGREED' or told_to is not null),
    check (consent = 'AGREED' or safeguarding is not null)
);
create index childrens_services_referral_case on childrens_services_referral (case_reference);
