package org.threshold.board.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Columns;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ServiceClock;

/**
 * What the board asks of all cases at once. Each is one statement over a set, and none finds or counts a case that is
 * hidden from whoever asks.
 */
@Repository
public class NowStore {

    /** Most lines behind a measure; a list that is longer than this is no list to act on. */
    public static final int MOST = 5000;

    private static final ZoneId LONDON = ServiceClock.LONDON;
    private static final String[] APPLICANTS =
            ClockKind.OF_THE_APPLICANT.stream().map(Enum::name).toArray(String[]::new);
    private static final String NO_APPROACH = "('" + CaseStatus.CREATED_IN_ERROR + "', '" + CaseStatus.MERGED + "')";

    private final JdbcClient jdbc;
    private final Sight sight;

    NowStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** A case that was opened. */
    public record Opened(CaseReference reference, CaseStatus status, LocalDate on) {
    }

    /** A running clock. */
    public record Running(CaseReference reference, ClockKind kind, LocalDate lastDay) {
    }

    /** An open step. */
    public record Open(CaseReference reference, String stepId, String name, Instant dueAt, LocalDate openedOn) {
    }

    /** How many steps are open, overdue and without an owner. */
    public record Steps(long open, long overdue, long unowned) {
    }

    /** How many steps were overdue, and not picked up yet, at an instant. */
    public record StepsThen(long overdue, long unowned) {
    }

    /** How many approaches there were in each month; months without one are missing. */
    public Map<YearMonth, Long> approaches(YearMonth first, LocalDate until) {
        Map<YearMonth, Long> months = new HashMap<>();
        jdbc.sql("select date_trunc('month', opened_at at time zone 'Europe/London')::date as month, count(*) as cases"
                        + " from case_file where opened_at >= :from and opened_at < :until and status not in "
                        + NO_APPROACH + " and " + Sight.of("case_file.reference") + " group by 1")
                .param("from", Columns.at(first.atDay(1).atStartOfDay(LONDON).toInstant()))
                .param("until", Columns.at(until.atStartOfDay(LONDON).toInstant())).params(sight.parameters())
                .query(row -> {
                    months.put(YearMonth.from(Columns.day(row, "month")), row.getLong("cases"));
                });
        return months;
    }

    public List<Opened> openedIn(YearMonth month) {
        return jdbc.sql("select reference, status, (opened_at at time zone 'Europe/London')::date as on_day"
                        + " from case_file where opened_at >= :from and opened_at < :until and status not in "
                        + NO_APPROACH + " and " + Sight.of("case_file.reference") + " order by opened_at limit " + MOST)
                .param("from", Columns.at(month.atDay(1).atStartOfDay(LONDON).toInstant()))
                .param("until", Columns.at(month.plusMonths(1).atDay(1).atStartOfDay(LONDON).toInstant()))
                .params(sight.parameters())
                .query((row, i) -> new Opened(new CaseReference(row.getString("reference")),
                        Columns.code(row, "status", CaseStatus.class), Columns.day(row, "on_day"))).list();
    }

    public Steps steps(Instant now) {
        return jdbc.sql("select count(*) as open, count(*) filter (where due_at < :now) as overdue,"
                        + " count(*) filter (where owner is null) as unowned from worklist_step where "
                        + Sight.of("worklist_step.case_reference")).param("now", Columns.at(now))
                .params(sight.parameters()).query((row, i) -> new Steps(row.getLong("open"), row.getLong("overdue"),
                        row.getLong("unowned"))).single();
    }

    /** The overdue ones, or those without an owner; the next to be due first. */
    public List<Open> steps(boolean overdue, Instant now) {
        return jdbc.sql("select step_id, case_reference, name, due_at, (created_at at time zone 'Europe/London')::date"
                        + " as opened from worklist_step where " + (overdue ? "due_at < :now" : "owner is null")
                        + " and " + Sight.of("worklist_step.case_reference") + " order by due_at, step_id limit " + MOST)
                .param("now", Columns.at(now)).params(sight.parameters())
                .query((row, i) -> new Open(new CaseReference(row.getString("case_reference")),
                        row.getString("step_id"), row.getString("name"), Columns.instant(row, "due_at"),
                        Columns.day(row, "opened"))).list();
    }

    /** At each of these instants, earliest first, from the measures of steps. */
    public List<StepsThen> stepsAt(List<Instant> instants) {
        return jdbc.sql("""
                with known as (select created_at, ended_at, due_at, first_picked_up_at from step_measure
                        where (ended_at is null or ended_at > :first) and %s),
                     moment as (select at, place from unnest(cast(:instants as timestamptz[])) with ordinality
                        as moment (at, place))
                select moment.place, count(*) filter (where known.due_at < moment.at) as overdue,
                    count(*) filter (where known.created_at is not null
                        and (known.first_picked_up_at is null or known.first_picked_up_at > moment.at)) as unowned
                from moment left join known on known.created_at <= moment.at
                    and (known.ended_at is null or known.ended_at > moment.at)
                group by moment.place order by moment.place""".formatted(Sight.of("step_measure.case_reference")))
                .param("first", Columns.at(instants.get(0)))
                .param("instants", instants.stream().map(Instant::toString).toArray(String[]::new))
                .params(sight.parameters())
                .query((row, i) -> new StepsThen(row.getLong("overdue"), row.getLong("unowned"))).list();
    }

    /** The running clocks of the council that end on that day or before, the first to end first. */
    public List<Running> clocks(LocalDate until) {
        return jdbc.sql("select case_reference, kind, last_day from statutory_clock where ended_on is null"
                        + " and last_day <= :until and kind <> all (:applicants) and "
                        + Sight.of("statutory_clock.case_reference") + " order by last_day, id limit " + MOST)
                .param("until", until).param("applicants", APPLICANTS).params(sight.parameters())
                .query((row, i) -> new Running(new CaseReference(row.getString("case_reference")),
                        ClockKind.valueOf(row.getString("kind")), Columns.day(row, "last_day"))).list();
    }

    /** How many there were at the end of each of these days, earliest first, with so many days left or fewer. */
    public List<Long> clocksAt(List<LocalDate> days, int left) {
        return jdbc.sql("""
                with known as (select trigger_date, ended_on, last_day from statutory_clock
                        where (ended_on is null or ended_on > :first) and kind <> all (:applicants) and %s)
                select day, count(known.last_day) as clocks from unnest(cast(:days as date[])) day
                left join known on known.trigger_date <= day and known.last_day <= day + :left
                    and (known.ended_on is null or known.ended_on > day)
                group by day order by day""".formatted(Sight.of("statutory_clock.case_reference")))
                .param("first", days.get(0)).param("applicants", APPLICANTS).param("left", left)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .params(sight.parameters()).query((row, i) -> row.getLong("clocks")).list();
    }

    /** The reminders of these steps: the last day of each that had one. */
    public Map<String, LocalDate> reminded(Collection<String> steps) {
        Map<String, LocalDate> last = new HashMap<>();
        jdbc.sql("select step_id, max(reminded_on) as on_day from step_reminder where step_id = any(:steps) group by 1")
                .param("steps", new ArrayList<>(steps).toArray(String[]::new)).query(row -> {
                    last.put(row.getString("step_id"), Columns.day(row, "on_day"));
                });
        return last;
    }
}
