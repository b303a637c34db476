package org.threshold.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.clock.ServiceClock;
import org.threshold.quality.store.AuditNumbers;

/** What the audits found, as numbers: by team, month and step of the work. No person is in them. */
@Service
public class AuditResults {

    private final AuditNumbers numbers;
    private final AuditTeams teams;
    private final Clock clock;

    AuditResults(AuditNumbers numbers, AuditTeams teams, Clock clock) {
        this.numbers = numbers;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * @param month   of the sample
     * @param n       how many audits scored this part
     * @param good    as it should be
     * @param small   small faults
     * @param serious serious faults
     */
    public record Line(String team, YearMonth month, AuditPart part, int n, int good, int small, int serious) {

        /** 0 to 100: the mean of what was scored; 0 where nothing was. */
        public long score() {
            return n == 0 ? 0 : Math.round((double) (good * Mark.AS_IT_SHOULD_BE.points()
                    + small * Mark.SMALL_FAULTS.points()) / n);
        }
    }

    /**
     * Of audits made in these days, for the teams that the officer may ask about.
     *
     * @param until the last day that counts
     */
    @Needs(Permission.DRAW_AUDITS)
    @Transactional(readOnly = true)
    public List<Line> byTeamMonthAndPart(Collection<String> asked, LocalDate from, LocalDate until) {
        return numbers.count(teams.keys().stream().filter(asked::contains).toList(),
                from.atStartOfDay(ServiceClock.LONDON).toInstant(),
                until.plusDays(1).atStartOfDay(ServiceClock.LONDON).toInstant());
    }

    /** Every part of one team's work over the last twelve months, those that were never scored too. */
    @Needs(Permission.DRAW_AUDITS)
    @Transactional(readOnly = true)
    public List<Line> lastTwelveMonths(String team) {
        LocalDate today = LocalDate.now(clock);
        List<Line> found = byTeamMonthAndPart(List.of(team), today.minusMonths(12).plusDays(1), today);
        return Arrays.stream(AuditPart.values()).map(part -> found.stream().filter(each -> each.part() == part)
                .reduce(new Line(team, null, part, 0, 0, 0, 0), AuditResults::sum)).toList();
    }

    private static Line sum(Line one, Line other) {
        return new Line(one.team(), null, one.part(), one.n() + other.n(), one.good() + other.good(),
                one.small() + other.small(), one.serious() + other.serious());
    }
}
