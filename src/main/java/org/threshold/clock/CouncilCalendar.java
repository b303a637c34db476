package org.threshold.clock;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.Permission;
import org.threshold.audit.Actor;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.clock.store.CouncilDayTable;

/**
 * The working-day calendar with the council's own closures and worked holidays. The calendar is kept in memory, so
 * that a step's due date costs no query; another node of the service sees a change within a minute. Dates that were
 * already calculated do not move by themselves.
 */
@Service
public class CouncilCalendar {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final CouncilDayTable table;
    private final Actor actor;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Kept kept;

    private record Kept(WorkingDays calendar, long readAtNanos) {
    }

    CouncilCalendar(CouncilDayTable table, Actor actor, AuditTrail audit, Clock clock) {
        this.table = table;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    @OpenToAll("What every calculation of a day asks; about nobody")
    public WorkingDays workingDays() {
        Kept now = kept;
        if (now == null || System.nanoTime() - now.readAtNanos() > KEPT.toNanos()) {
            Map<LocalDate, Boolean> overrides = table.all().stream()
                    .collect(Collectors.toMap(CouncilDay::day, CouncilDay::working));
            now = new Kept(BankHolidays.calendar(overrides), System.nanoTime());
            kept = now;
        }
        return now.calendar();
    }

    @Needs(Permission.MANAGE_CALENDAR)
    @Transactional(readOnly = true)
    public List<CouncilDay> days() {
        return table.all();
    }

    /** @throws CalendarChangeRefused in the user's words */
    @Needs(Permission.MANAGE_CALENDAR)
    @Transactional
    public void close(LocalDate day, String reason) {
        change(day, false, reason);
    }

    /** @throws CalendarChangeRefused in the user's words */
    @Needs(Permission.MANAGE_CALENDAR)
    @Transactional
    public void work(LocalDate day, String reason) {
        change(day, true, reason);
    }

    @Needs(Permission.MANAGE_CALENDAR)
    @Transactional
    public void clear(LocalDate day) {
        if (table.delete(day)) {
            audit.record(AuditEntry.of(null, "calendar.cleared", day.toString()));
            forget();
        }
    }

    private void change(LocalDate day, boolean working, String reason) {
        check(day, working, reason);
        table.insert(new CouncilDay(day, working, reason.strip(), actor.username()), clock.instant());
        audit.record(new AuditEntry(null, working ? "calendar.worked" : "calendar.closed", day.toString(), Map.of(),
                reason.strip(), null));
        forget();
    }

    private void check(LocalDate day, boolean working, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw new CalendarChangeRefused("reason", "Enter a reason of 200 characters or fewer");
        }
        WorkingDays bare = BankHolidays.calendar(Map.of());
        if (day.getYear() < bare.firstYear() || day.getYear() > bare.lastYear()) {
            throw new CalendarChangeRefused("day", "Day must be in the years " + bare.firstYear() + " to "
                    + bare.lastYear());
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend || working != bare.holiday(day).isPresent()) {
            throw new CalendarChangeRefused("day", working ? "Day must be a bank holiday, to be worked after all"
                    : "Day must be a working day, to be closed: this one is a weekend or a bank holiday already");
        }
        if (table.all().stream().anyMatch(known -> known.day().equals(day))) {
            throw new CalendarChangeRefused("day", "This day has been changed already. Remove that change first");
        }
    }

    /** At once for this transaction, and again when others can see the change. */
    private void forget() {
        kept = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                kept = null;
            }
        });
    }
}
