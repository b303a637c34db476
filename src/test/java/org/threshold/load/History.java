package org.threshold.load;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.clock.WorkingTime;

/**
 * Writes what happened to many steps as the product would have written it, in a few statements however many they are:
 * the facts, and the rows of measures that follow from them. {@code HistoryTest} holds it to what the product writes.
 * Instants are of whole seconds.
 *
 * <p>What happened is told in the table {@code history_drawn}, one row for each event, in the order of its columns
 * {@code step_id} and {@code place}; {@link #draw} fills it by chance, a test may fill it by hand.
 */
public final class History {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String DRAWN = """
            create table history_drawn (step_id text, place int, case_reference text, process_key text,
                process_version int, element_id text, event text, at timestamptz, by_whom text, owner text, team text,
                reason text, day timestamptz, lane text, in_person boolean, waits_for text, household text, office text,
                placement text)""";

    /** An instant as Java writes it. */
    private static final String ISO = "to_char(day at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

    private static final String FACTS = """
            insert into step_fact (step_id, case_reference, process_key, process_version, element_id, event, at,
                by_whom, team, detail, about)
            select step_id, case_reference, process_key, process_version, element_id, event, at, by_whom,
                case when event in ('CREATED', 'ON_HOLD', 'OFF_HOLD') or event = 'HANDED_OVER' and owner is null
                    then team end,
                case when event in ('PICKED_UP', 'HANDED_OVER') then owner when event = 'ON_HOLD' then reason
                    when event = 'REDATED' then %1$s end,
                case event when 'ON_HOLD' then jsonb_build_object('until', %1$s)
                    when 'CREATED' then jsonb_strip_nulls(jsonb_build_object('lane', lane, 'inPerson', in_person::text,
                        'waitsFor', waits_for, 'due', %1$s, 'household', household, 'office', office, 'placement',
                        placement)) end
            from history_drawn order by at, step_id, place""".formatted(ISO);

    /** What was said last of a kind: its place goes before it, so that the greatest is the last. */
    private static final String LAST = """
            nullif(substr(max(case when %s then to_char(place, 'FM0000') || coalesce(%s, '') end) over step, 5), '')""";

    /**
     * A step is told to the seconds between the facts that turn it: those that give it to another or to nobody, hold
     * it, let it go on, or end it. A holder counts where it is another than the one before, also after nobody.
     */
    private static final String MEASURES = """
            with fact as materialized (
                select step_fact.*, row_number() over step as place, date_trunc('second', at) as second,
                    event in ('PICKED_UP', 'PUT_BACK') or event = 'HANDED_OVER' and team is null as gives
                from step_fact where step_id in (select step_id from history_drawn)
                window step as (partition by step_id order by id)),
            stood as (
                select fact.*, %1$s as owner, %2$s as reason, %3$s as with_team, %4$s as due
                from fact window step as (partition by step_id order by place)),
            beside as (
                select stood.*, lag(owner) over step as owner_before, max(case when gives and detail is not null
                        then to_char(place, 'FM0000') || detail end) over (step rows between unbounded preceding and
                        1 preceding) as holder_before
                from stood window step as (partition by step_id order by place)),
            turned as (
                select beside.*, gives and detail is not null and detail is distinct from substr(holder_before, 5)
                        as takes,
                    not gives and event not in ('REDATED', 'HANDED_OVER', 'MIGRATED')
                        or gives and owner is distinct from owner_before and reason is null as turns,
                    case when event in ('COMPLETED', 'CANCELLED') then 'ENDED' when reason is not null then 'ON_HOLD'
                        when owner is null then 'WAITING' else 'HELD' end as state
                from beside),
            timed as (
                select turned.*, extract(epoch from lead(second) over turn - second)::bigint as seconds,
                    lead(worked) over turn - worked as working
                from (select turned.*, before + least(greatest(extract(epoch from second - opens), 0), length)::bigint
                        as worked
                    from turned join history_day on day = (at at time zone 'Europe/London')::date) turned
                window turn as (partition by step_id, turns order by place)),
            step as (
                select step_id, case_reference, process_key, max(place) as last_place,
                    min(element_id) filter (where place = 1) as first_element_id,
                    min(id) as first_id,
                    min(at) filter (where place = 1) as created_at,
                    (array_agg(about) filter (where place = 1))[1] as about,
                    min(at) filter (where gives and detail is not null) as first_picked_up_at,
                    max(second) filter (where turns) as since,
                    coalesce(sum(seconds) filter (where turns and state = 'WAITING'), 0) as waiting,
                    coalesce(sum(seconds) filter (where turns and state = 'HELD'), 0) as held,
                    coalesce(sum(seconds) filter (where turns and state = 'ON_HOLD'), 0) as on_hold,
                    coalesce(sum(seconds) filter (where turns and state = 'ON_HOLD'
                        and reason in ('APPLICANT', 'DOCUMENTS')), 0) as applicant,
                    coalesce(sum(seconds) filter (where turns and state = 'ON_HOLD'
                        and reason = 'THIRD_PARTY'), 0) as third_party,
                    coalesce(sum(working) filter (where turns and state = 'WAITING'), 0) as waiting_working,
                    coalesce(sum(working) filter (where turns and state = 'HELD'), 0) as held_working,
                    coalesce(array_agg(detail order by place) filter (where takes), '{}') as holders,
                    count(*) filter (where event = 'REDATED') as redated,
                    max(about ->> 'until') filter (where event = 'ON_HOLD') as hold_until
                from timed group by step_id, case_reference, process_key)
            insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                element_id, team, lane, in_person, waits_for, household_type, office, placement_kind, owner, created_at,
                first_picked_up_at, ended_at, ended_how, ended_by, state, hold_reason, hold_until, since,
                waiting_seconds, held_seconds, on_hold_seconds, applicant_seconds, third_party_seconds,
                waiting_working_seconds, held_working_seconds, handovers, ping_pongs, last_holder, holder_before,
                first_due_at, due_at, redated, pass)
            select step.step_id, case_reference, process_key, process_version, first_element_id, element_id, with_team,
                step.about ->> 'lane', (step.about ->> 'inPerson')::boolean, step.about ->> 'waitsFor',
                step.about ->> 'household', step.about ->> 'office', step.about ->> 'placement', owner, created_at,
                first_picked_up_at, case when state = 'ENDED' then at end, case when state = 'ENDED' then event end,
                case when state = 'ENDED' then by_whom end, state, case when state = 'ON_HOLD' then reason end,
                case when state = 'ON_HOLD' then step.hold_until::timestamptz end, step.since,
                waiting, held, on_hold, applicant, third_party, waiting_working, held_working,
                greatest(cardinality(holders) - 1, 0),
                (select count(*) from generate_series(3, cardinality(holders)) i where holders[i] = holders[i - 2]),
                holders[cardinality(holders)], holders[cardinality(holders) - 1],
                (step.about ->> 'due')::timestamptz, coalesce(due, step.about ->> 'due')::timestamptz, redated,
                row_number() over (partition by case_reference, process_key, first_element_id order by first_id)
            from step join (select step_id, place, process_version, element_id, with_team, owner, reason, due, state,
                at, event, by_whom from timed) last on last.step_id = step.step_id and last.place = step.last_place
            order by created_at""".formatted(LAST.formatted("gives", "detail"),
            LAST.formatted("event in ('ON_HOLD', 'OFF_HOLD')", "detail"),
            LAST.formatted("event in ('CREATED', 'HANDED_OVER') and team is not null", "team"),
            LAST.formatted("event = 'REDATED'", "detail"));

    /**
     * Cases come evenly over the years; a step begins every six days of a case, and has on average 3.7 facts. What
     * would lie in the future has not happened: so some steps are open, in every state.
     */
    private static final String CHANCE = """
            insert into history_drawn
            select step_id, place, case_reference, process_key, 1, element_id, event, at, case when event = 'CREATED'
                    then 'system' else officer end,
                case event when 'PICKED_UP' then officer when 'HANDED_OVER' then colleague end, team, reason,
                case event when 'CREATED' then begun + interval '5 days' when 'REDATED' then at + interval '7 days'
                    when 'ON_HOLD' then (date_trunc('day', at at time zone 'Europe/London') + interval '40 days')
                        at time zone 'Europe/London' end,
                lane, in_person, waits_for, household, office, placement
            from (select drawn.*, 'load-' || n || '-' || k as step_id, %s as case_reference,
                    (:processes)[1 + kind] as process_key, (:elements)[1 + kind] as element_id,
                    (:teams)[1 + n %% cardinality(:teams)] as team, (:offices)[1 + n %% cardinality(:teams)] as office,
                    'officer-' || n %% 60 as officer, 'officer-' || (n + 7) %% 60 as colleague,
                    (array['STANDARD', 'STANDARD', 'EMERGENCY', 'YOUNG_PERSON'])[1 + n / 7 %% 4] as lane, k %% 5 = 0
                        as in_person,
                    (array['officer', 'officer', 'applicant', 'third-party', 'statutory', 'officer'])[1 + kind %% 6]
                        as waits_for,
                    (array['APPLICANT', 'DOCUMENTS', 'THIRD_PARTY', 'APPOINTMENT', 'OTHER'])[1 + n %% 5] as reason,
                    (array['SINGLE', 'ONE_PARENT', 'COUPLE', 'COUPLE_WITH_CHILDREN', null])[1 + n / 3 %% 5]
                        as household,
                    (array['NIGHTLY_PAID', 'HOTEL', 'LEASED', null, null])[1 + n / 11 %% 5] as placement
                from (select n, k, (n * 7 + k * 11) %% cardinality(:elements) as kind,
                        date_trunc('second', :now::timestamptz - interval '7 years'
                            + interval '7 years' * (n - 1) / :cases + make_interval(days => (k - 1) * 6)) as begun,
                        make_interval(secs => floor(exp(8 + random() * 6.5))) as waits,
                        make_interval(secs => floor(exp(9 + random() * 6))) as holds, random() as turn
                    from generate_series(1, :cases) n cross join lateral generate_series(1, 14 + n %% 3) k) drawn) step
            cross join lateral (values
                (1, 'CREATED', begun), (2, 'PICKED_UP', begun + waits / 4),
                (3, 'PUT_BACK', case when turn < 0.06 then begun + waits / 2 end),
                (4, 'PICKED_UP', case when turn < 0.06 then begun + waits end),
                (5, 'ON_HOLD', case when turn between 0.1 and 0.25 then begun + waits + holds / 8 end),
                (6, 'OFF_HOLD', case when turn between 0.1 and 0.25 then begun + waits + holds / 4 end),
                (7, 'REDATED', case when turn > 0.75 then begun + waits + holds / 3 end),
                (8, 'HANDED_OVER', case when turn between 0.2 and 0.3 then begun + waits + holds / 2 end),
                (9, case when turn > 0.97 then 'CANCELLED' else 'COMPLETED' end, begun + waits + holds))
                as happened (place, event, exact)
            cross join lateral (select date_trunc('second', exact) as at) whole
            where at <= :now::timestamptz""".formatted(Seeds.reference("700000 + n"));

    private final JdbcClient jdbc;

    public History(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("drop table if exists history_drawn").update();
        jdbc.sql("drop table if exists history_day").update();
        jdbc.sql(DRAWN).update();
    }

    /** A step of a process at which somebody has something to do. */
    public record Place(String process, String element) {
    }

    /** Draws seven years up to now: fourteen to sixteen steps a case, at all of these places. */
    void draw(int cases, Instant now, List<Place> places, List<String> teams, List<String> offices) {
        jdbc.sql(CHANCE.replace(":processes", array(places.stream().map(Place::process)))
                        .replace(":elements", array(places.stream().map(Place::element)))
                        .replace(":teams", array(teams.stream())).replace(":offices", array(offices.stream())))
                .param("now", Timestamp.from(now)).param("cases", cases).update();
    }

    private static String array(Stream<String> texts) {
        return texts.map(text -> "'" + text + "'").reduce((a, b) -> a + "," + b).map(all -> "array[" + all + "]")
                .orElseThrow();
    }

    /** Writes facts and measures of all that was drawn, and forgets it. */
    public void write(WorkingTime working, LocalDate first, LocalDate last) {
        days(working, first, last);
        jdbc.sql(FACTS).update();
        jdbc.sql(MEASURES).update();
        jdbc.sql("drop table history_drawn").update();
        jdbc.sql("drop table history_day").update();
    }

    /** How long was worked on each day, and before it. */
    private void days(WorkingTime working, LocalDate first, LocalDate last) {
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        jdbc.sql("""
                create table history_day as
                select day, (day + time '09:00') at time zone 'Europe/London' as opens, length,
                    sum(length) over (order by day) - length as before
                from unnest(%s::date[], %s::int[]) day (day, length)""".formatted(
                array(days.stream().map(LocalDate::toString)),
                array(days.stream().map(day -> String.valueOf(working.secondsBetween(
                        day.atStartOfDay(LONDON).toInstant(), day.plusDays(1).atStartOfDay(LONDON).toInstant()))))))
                .update();
    }
}
