package org.threshold.load;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.accommodation.Homes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/**
 * The cases to the steps of {@link SevenYears}: each with its applicant, its duties and its clock; what is open stands
 * in the list of work. 1,069 households are in temporary accommodation (Luton, February 2023), moved in by the product;
 * as many stays as cases in eight have ended. Every night is charged, and benefit pays for the nights of 11 accounts in
 * 12 until three weeks ago, by the month.
 */
final class Caseload {

    private static final int HOUSEHOLDS = 1_069;
    private static final int LONGEST_STAY = 240;

    private static final List<String> OF_THE_STEPS = List.of("""
            create table load_case as
            select case_reference as reference, min(team) as team, min(created_at) as opened,
                case when bool_and(ended_at is not null) then max(ended_at) end as closed,
                row_number() over (order by min(created_at)) as n
            from step_measure where step_id like 'load-%' group by case_reference""", """
            insert into case_file (reference, opened_at, opened_by, channel, team, status, status_since, reason,
                language, needs, flags, version)
            select reference, opened, 'officer', 'PHONE', team,
                case when closed is null then 'RELIEF' else 'CLOSED' end, coalesce(closed, opened), 'Asked to leave',
                'en', '{}', '{}', 1 from load_case""", """
            insert into household_member (case_reference, main_applicant, relationship, given_name, family_name,
                given_key, family_key, date_of_birth, in_education, version)
            select reference, true, 'MAIN_APPLICANT', 'Given' || n % 397, 'Family' || n % 1009, 'given' || n % 397,
                'family' || n % 1009, date '1970-01-01' + (n % 12000)::int, false, 1 from load_case""", """
            insert into duty (case_reference, kind, started_on, started_by, started_at, ended_on, end_reason, ended_by,
                ended_at)
            select reference, kind, (opened + wait)::date, 'officer', opened + wait, (closed + wait)::date,
                case when closed is not null then 'ELAPSED_56' end, case when closed is not null then 'officer' end,
                closed + wait
            from load_case cross join (values ('PREVENTION', interval '2 days', 1), ('RELIEF', interval '40 days', 2),
                ('MAIN', interval '96 days', 4)) stage (kind, wait, one_in) where n % one_in = 0""", """
            insert into statutory_clock (case_reference, kind, trigger_date, first_day, last_day, wording, provision,
                started_at, started_by, ended_on, end_reason)
            select reference, 'RELIEF_DUTY', opened::date, opened::date + 1, opened::date + 56, 'within 56 days',
                's189B(4)', opened, 'officer', closed::date, case when closed is not null then 'DONE' end
            from load_case""", """
            insert into worklist_step (step_id, case_reference, applicant_name, name_words, flags, team, owner,
                owned_since, lane, in_person, due_at, hold_reason, hold_until, process_key, process_version,
                process_instance_id, element_id, name, waits_for, created_at)
            select step_id, case_reference, 'Given Family', array_to_tsvector(array['given', 'family']), '{}',
                step.team, owner, since, lane, in_person, due_at, hold_reason, hold_until::date, process_key,
                process_version, 'load-' || step_id, element_id, element_id, waits_for, created_at
            from step_measure step where ended_at is null and step_id like 'load-%'""");

    private static final String ENDED_STAYS = """
            insert into placement (case_reference, function, status, unit_id, starts_on, ended_on, end_reason,
                requested_at, requested_by)
            select reference, 'INTERIM', 'ENDED', units[1 + n % cardinality(units)], (opened + interval '4 days')::date,
                (opened + make_interval(days => 5 + n::int * 7919 % 600))::date, 'OTHER', opened, 'officer'
            from load_case cross join (select array_agg(id) as units from unit) unit
            where n % 8 = 0 and opened < :today::date - interval '610 days'""";

    private static final List<String> ACCOUNTS = List.of("""
            insert into charge_account (placement_id, opened_at, opened_by)
            select id, requested_at, 'officer' from placement
            where not exists (select from charge_account a where a.placement_id = placement.id)""", """
            insert into charge_line (account_id, kind, on_day, pence, nights_from, nights_until, rate_per, rate_pence, turn,
                words, recorded_at, recorded_by)
            select account.id, 'CHARGE', night::date + 1, 4500, night::date, night::date + 1, 'NIGHT', 4500, 1, 'A night',
                night, 'threshold'
            from charge_account account join placement on placement.id = account.placement_id
            cross join generate_series(starts_on, coalesce(ended_on, :today::date) - 1, interval '1 day') night
            on conflict do nothing""", """
            insert into charge_line (account_id, kind, on_day, pence, nights_from, nights_until, source, words, recorded_at,
                recorded_by)
            select account.id, 'BENEFIT', least(first::date + 30, last), -4500 * (least(first::date + 30, last) - first::date),
                first::date, least(first::date + 30, last), 'load-' || account.id || first::date, 'Housing Benefit', first,
                'threshold'
            from charge_account account join placement on placement.id = account.placement_id
            cross join lateral (select coalesce(ended_on, :today::date - 21) as last) until
            cross join generate_series(starts_on, last - 1, interval '30 days') first
            where account.id % 12 > 0""");

    private Caseload() {
    }

    /** In the name of whoever acts, who must be allowed to take approaches. */
    static void write(ApplicationContext service, LocalDate today) {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        OF_THE_STEPS.forEach(sql -> jdbc.sql(sql).update());
        CaseRegister register = service.getBean(CaseRegister.class);
        Homes homes = service.getBean(Homes.class);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            CaseReference reference = register.open(NewCase.atTheDesk("north",
                    Person.applicant("Jordan", "Example", LocalDate.of(1988, 1, 1)), "Asked to leave").withOthers(
                    List.of(Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2016, 1, 1)))));
            homes.moveIn(reference, i % 9 == 0 ? Homes.HOTEL : Homes.FLAT,
                    today.minusDays(i * 37L % LONGEST_STAY + 1));
        }
        jdbc.sql(ENDED_STAYS).param("today", today.toString()).update();
        ACCOUNTS.forEach(sql -> jdbc.sql(sql).param("today", today.toString()).update());
        jdbc.sql("drop table load_case").update();
        jdbc.sql("vacuum analyze").update();
    }
}
