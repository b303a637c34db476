-- Quality audits: which cases of a team are looked at in a month, how they were drawn, what was found, by step of the
-- work. Facts are only added.

create table quality_draw (
    id          bigint      generated always as identity primary key,
    team        text        not null references team (key),
    -- the first day of the month
    month       date        not null check (extract(day from month) = 1),
    -- with the pool, the random part of the draw can be made again from it, by anybody
    seed        text        not null check (char_length(seed) between 16 and 64),
    pool        text[]      not null,
    random_size int         not null check (random_size between 0 and 50),
    risk_size   int         not null check (risk_size between 0 and 50),
    drawn_by    text        not null,
    drawn_at    timestamptz not null,
    constraint one_draw_a_month unique (team, month)
);

create table quality_audit (
    id             bigint generated always as identity primary key,
    draw_id        bigint not null references quality_draw,
    case_reference text   not null references case_file,
    how            text   not null check (how in ('RANDOM', 'RISK')),
    -- codes of what speaks for a risk
    reasons        text[] not null default '{}',
    points         int    not null check (points >= 0),
    -- whose step it was at first: a leader, or a senior officer whom the leader named
    auditor        text   not null,
    unique (draw_id, case_reference),
    check (how <> 'RISK' or cardinality(reasons) > 0)
);
create index quality_audit_case on quality_audit (case_reference, id);

create table quality_audit_result (
    audit_id   bigint        primary key references quality_audit,
    overall    text          not null check (char_length(overall) between 1 and 2000),
    -- the mean of the parts that count
    score      numeric(4, 1) not null check (score between 0 and 100),
    to_mend    text          check (char_length(to_mend) between 1 and 2000),
    mend_by    date,
    audited_by text          not null,
    audited_at timestamptz   not null,
    check ((to_mend is null) = (mend_by is null))
);
create index quality_audit_result_at on quality_audit_result (audited_at);

create table quality_audit_score (
    audit_id bigint not null references quality_audit_result,
    part     text   not null check (part in ('TRIAGE', 'ASSESSMENT', 'PLAN', 'DECISION', 'ACCOMMODATION', 'BENEFIT',
                        'CONTACT')),
    mark     text   not null check (mark in ('AS_IT_SHOULD_BE', 'SMALL_FAULTS', 'SERIOUS_FAULT', 'NOT_PART')),
    words    text   check (char_length(words) between 1 and 1000),
    primary key (audit_id, part),
    check (mark not in ('SMALL_FAULTS', 'SERIOUS_FAULT') or words is not null)
);

create table quality_audit_mended (
    audit_id  bigint      primary key references quality_audit_result,
    words     text        not null check (char_length(words) between 1 and 2000),
    mended_by text        not null,
    mended_at timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['quality_draw', 'quality_audit', 'quality_audit_result', 'quality_audit_score',
                             'quality_audit_mended'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function'
            || ' refuse_change_of_case_record()', t || '_append_only', t);
        execute format('create trigger %I before truncate on %I for each statement execute function'
            || ' refuse_change_of_case_record()', t || '_no_truncate', t);
    end loop;
end $$;
