package org.threshold.demonstration;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.access.DutyManagers;
import org.threshold.access.Presence;
import org.threshold.accommodation.PlacementPolicies;
import org.threshold.accommodation.PlacementPolicy.Kind;
import org.threshold.appointment.OfferedSlots;

/** What the made-up council has settled before the first page is opened: policies, rota, times, who is on duty. */
@Component
@Profile("demonstration & !test")
class DemonstrationWeek {

    private static final int DAYS = 12;
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Desk desk;
    private final PlacementPolicies policies;
    private final DemonstrationTargets targets;
    private final DutyManagers duty;
    private final Presence presence;
    private final OfferedSlots slots;
    private final Clock clock;

    DemonstrationWeek(Desk desk, PlacementPolicies policies, DemonstrationTargets targets, DutyManagers duty,
                      Presence presence, OfferedSlots slots, Clock clock) {
        this.desk = desk;
        this.policies = policies;
        this.targets = targets;
        this.duty = duty;
        this.presence = presence;
        this.slots = slots;
        this.clock = clock;
    }

    /** Policies and targets that held already when the first of the households came. */
    void policies() {
        LocalDate from = LocalDate.now(clock).minusMonths(4).withDayOfMonth(1);
        targets.from(from);
        desk.as("manager", () -> {
            policies.add(Kind.ALLOCATION, from, "Exampleton: who is placed where",
                    "Part 4. Homes in the borough first: for pupils in a year of exams, for children with a protection"
                            + " plan, and for treatment that cannot move. Then homes within an hour. A made-up text.");
            policies.add(Kind.PROCUREMENT, from, "Exampleton: how homes are found",
                    "Enough homes in the borough for nine households of ten; leases before nightly lets. A made-up text.");
            return null;
        });
    }

    /** From today on, so after the story has come to today. */
    void ahead() {
        team("leader", "North Office", "officer", "senior");
        team("leader2", "South Office", "officer2", "senior2");
        Instant now = clock.instant();
        desk.as("manager", () -> duty.name("senior", now, now.plus(Duration.ofDays(7))));
    }

    private void team(String leader, String office, String... officers) {
        LocalDate today = LocalDate.now(clock);
        Map<LocalDate, String> rota = new HashMap<>();
        for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
            if (WEEKDAYS.contains(day.getDayOfWeek())) {
                rota.put(day, office);
            }
        }
        List<String> names = Arrays.asList(officers);
        desk.as(leader, () -> {
            names.forEach(name -> presence.change(name, rota, Set.of()));
            names.forEach(name -> slots.make(new OfferedSlots.Series(name, office, today, today.plusDays(DAYS - 1),
                    Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), 40)));
            return null;
        });
    }
}
