package org.threshold.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.SupportNeed;
import org.threshold.caseload.Sheet;

/**
 * Writes the opening stock as the files of a caseload: what each household would have in a council's old system on the
 * day, with the defects of the scenario among them.
 */
final class StockFiles {

    /** The Homelessness Reduction Act: before it there was no relief duty. */
    private static final LocalDate RELIEF_BEGAN = LocalDate.of(2018, 4, 3);
    private static final int RELIEF_DAYS = 56;
    private static final int PLAN_REVIEW_DAYS = 42;
    private static final int NOTICE_DAYS = 14;
    private static final long SEEDS_APART = 1_000_000_007L;
    private static final int LATEST_DECISION = 60;
    private static final double WITHOUT_OFFICER = 0.15;
    private static final double STILL_INTERIM = 0.3;
    private static final double CAME_FROM_ANOTHER_PLACE = 0.4;
    private static final double NOTHING_OWED = 0.45;
    private static final int MOST_OWED = 2_400;

    private final Tables tables;
    private final long seed;
    private final LocalDate on;
    private final Map<String, List<String>> officers;
    private final SheetRows rows = new SheetRows();

    /** @param officers usernames of those who hold cases, by team */
    StockFiles(Tables tables, long seed, LocalDate on, Map<String, List<String>> officers) {
        this.tables = tables;
        this.seed = seed;
        this.on = on;
        this.officers = officers;
    }

    /** How the names of this stock's units begin. */
    static String unitNames(Scenario scenario, long seed) {
        return "Made-up home %s-%d-".formatted(scenario.key(), seed);
    }

    Map<Sheet, byte[]> write(List<Stayer> stayers) {
        stayers.forEach(each -> new One(each).write());
        return rows.files();
    }

    /** One household; its own stream of chance. */
    private final class One {

        private final Stayer stayer;
        private final RandomGenerator random;
        private final String reference;
        private final String unit;
        private final LocalDate firstNight;
        private final boolean interim;
        private final LocalDate opened;

        One(Stayer stayer) {
            this.stayer = stayer;
            this.random = Seeds.of(seed, "file", stayer.household().number());
            this.reference = "%s-%d-%05d".formatted(tables.scenario().key(), seed, stayer.household().number());
            this.unit = unitNames(tables.scenario(), seed) + "%05d".formatted(stayer.household().number());
            this.firstNight = on.minusDays(stayer.nights());
            this.interim = stayer.nights() < RELIEF_DAYS
                    && (stayer.lodging() == Lodging.BED_AND_BREAKFAST || random.nextDouble() < STILL_INTERIM);
            this.opened = opened();
        }

        /** Who is owed the main duty after a short stay lived somewhere else before it. */
        private LocalDate opened() {
            if (interim) {
                return firstNight;
            }
            boolean elsewhere = stayer.nights() < 2 * RELIEF_DAYS || random.nextDouble() < CAME_FROM_ANOTHER_PLACE;
            return elsewhere ? firstNight.minusDays(2 * RELIEF_DAYS + random.nextInt(365)) : firstNight;
        }

        void write() {
            boolean pending = !interim && stayer.nights() < 365 && random.nextDouble() < tables.defect("DECISION_LATE");
            LocalDate planGiven = opened.plusDays(tables.wait("plan").days(random));
            boolean planned = interim && !planGiven.isAfter(on) && random.nextDouble() >= tables.defect("NO_PLAN");
            household(pending, planned ? planGiven : null);
            people();
            duties(pending);
            if (planned) {
                plan(planGiven);
            }
            home(interim || pending);
        }

        private void household(boolean pending, LocalDate planGiven) {
            MadeUpHousehold made = stayer.household();
            Person applicant = made.applicant();
            List<String> teams = officers.keySet().stream().sorted().toList();
            String team = teams.get((int) (made.number() % teams.size()));
            List<String> staff = officers.get(team);
            String officer = random.nextDouble() < WITHOUT_OFFICER ? null : staff.get(random.nextInt(staff.size()));
            boolean found = !interim;
            rows.add(Sheet.CASES, "previous_reference", reference, "opened_on", opened, "channel", "DESK", "team", team,
                    "officer", officer, "reason", Reasons.words(made.reason()), "application_taken", "yes",
                    "first_names", applicant.givenName(), "last_name", applicant.familyName(),
                    "date_of_birth", applicant.dateOfBirth(), "sex", applicant.sex(),
                    "support_needs", made.supportNeeds().stream().map(SupportNeed::name)
                            .collect(Collectors.joining("|")),
                    "homeless", "YES", "homeless_on", opened, "eligible", "YES", "eligible_on", opened,
                    "priority_need", found ? "YES" : null, "priority_need_on", found ? opened : null,
                    "priority_need_category", found ? category(made) : null,
                    "plan_given_on", planGiven, "plan_review_on",
                    planGiven == null ? null : planGiven.plusDays(PLAN_REVIEW_DAYS));
        }

        private static String category(MadeUpHousehold household) {
            return household.withChildren() ? "DEP_CHILDREN"
                    : household.supportNeeds().contains(SupportNeed.MENTAL_HEALTH) ? "MENTAL_HEALTH" : "PHYSICAL";
        }

        private void people() {
            for (Person each : stayer.household().others()) {
                rows.add(Sheet.PEOPLE, "previous_reference", reference, "relationship", each.relationship(),
                        "first_names", each.givenName(), "last_name", each.familyName(),
                        "date_of_birth", each.dateOfBirth(), "sex", each.sex(),
                        "in_education", each.relationship() == Relationship.CHILD && each.inEducation() ? "yes" : null);
            }
        }

        private void duties(boolean pending) {
            if (interim) {
                rows.add(Sheet.DUTIES, "previous_reference", reference, "duty", "RELIEF", "started_on", opened);
                return;
            }
            LocalDate over = opened.plusDays(RELIEF_DAYS - 1);
            if (pending) {
                LocalDate reliefFrom = later(opened, on.minusDays(RELIEF_DAYS + random.nextInt(LATEST_DECISION)));
                rows.add(Sheet.DUTIES, "previous_reference", reference, "duty", "RELIEF", "started_on", reliefFrom);
                return;
            }
            LocalDate decided = earlier(over.plusDays(1 + tables.wait("decision").days(random)), on);
            if (!opened.isBefore(RELIEF_BEGAN)) {
                rows.add(Sheet.DUTIES, "previous_reference", reference, "duty", "RELIEF", "started_on", opened,
                        "ended_on", over, "end_reason", "ELAPSED_56");
            }
            rows.add(Sheet.DUTIES, "previous_reference", reference, "duty", "MAIN", "started_on", decided);
            rows.add(Sheet.DECISIONS, "previous_reference", reference, "outcome", "MAIN_DUTY", "notified_on", decided,
                    "decided_by", "A. Former Officer", "signed_by", "B. Former Senior", "reasons",
                    "Homeless, eligible, in priority need and not intentionally homeless. A made-up decision.");
        }

        private void plan(LocalDate given) {
            rows.add(Sheet.PLAN_STEPS, "previous_reference", reference, "who", "COUNCIL", "kind", "MANDATORY", "what",
                    "Look for a home that the household can afford", "by", given.plusDays(PLAN_REVIEW_DAYS), "agreed",
                    "yes");
            rows.add(Sheet.PLAN_STEPS, "previous_reference", reference, "who", "APPLICANT", "kind", "RECOMMENDED",
                    "what", "Join the housing register", "by", given.plusDays(NOTICE_DAYS), "agreed", "yes");
        }

        private void home(boolean underInterim) {
            int rate = stayer.lodging().rate(random);
            unit(rate);
            rows.add(Sheet.PLACEMENTS, "previous_reference", reference, "unit", unit, "function",
                    underInterim ? "INTERIM" : "MAIN", "started_on", firstNight, "host_told_on", told());
            boolean claimed = random.nextDouble() >= tables.defect("NO_CLAIM");
            if (claimed) {
                claim(rate);
            }
            int owed = random.nextDouble() < NOTHING_OWED && claimed ? 0 : random.nextInt(MOST_OWED);
            rows.add(Sheet.BALANCES, "previous_reference", reference, "as_at", on, "balance", owed + ".00");
        }

        private void unit(int rate) {
            Lodging lodging = stayer.lodging();
            String own = lodging.selfContained() ? "OWN" : "SHARED";
            int people = stayer.household().people();
            rows.add(Sheet.UNITS, "unit", unit, "address", unit + ", 1 Made-up Way, "
                            + Host.townOf(stayer.host()), "postcode", Host.postcodeOf(stayer.host()),
                    "district", Host.districtOf(stayer.host()),
                    "provider", lodging.provider(), "kind", lodging.kind(), "run_by", lodging.runBy(),
                    "private_dwelling", "no", "self_contained", lodging.selfContained() ? "yes" : "no",
                    "cooking", own, "toilet", own, "washing", own,
                    "bedrooms", lodging.bedrooms(people), "holds", people + 1,
                    "charged_by", lodging.per(), "eligible", rate + ".00", "ineligible", "0.00");
        }

        private LocalDate told() {
            if (stayer.host() == null || random.nextDouble() < tables.defect("HOST_NOT_TOLD")) {
                return null;
            }
            boolean late = random.nextDouble() < tables.defect("HOST_TOLD_LATE");
            int days = random.nextInt(NOTICE_DAYS);
            return earlier(firstNight.plusDays(late ? NOTICE_DAYS + days : days), on);
        }

        private void claim(int rate) {
            boolean late = random.nextDouble() < tables.defect("CLAIM_LATE");
            LocalDate made = earlier(firstNight.plusDays(late ? 7 + random.nextInt(21) : 0), on);
            LocalDate decided = made.plusDays(tables.wait("benefit").days(random));
            LocalDate paid = late ? made.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : firstNight;
            boolean full = random.nextDouble() < Awards.IN_FULL;
            boolean there = !decided.isAfter(on) && !paid.isAfter(on);
            int weekly = stayer.lodging().aWeek(rate);
            rows.add(Sheet.CLAIMS, "previous_reference", reference, "kind", "NEW_CLAIM", "claim_reference",
                    claimReference(), "made_on", made, "evidence", there ? null : "Bank statements",
                    "outcome", there ? full ? "AWARDED_FULL" : "AWARDED_PART" : null,
                    "decided_on", there ? decided : null, "paid_from", there ? paid : null,
                    "weekly", there ? Awards.of(full, weekly) + ".00" : null);
        }

        /** As the benefit system gives it: letters and digits, no more than twenty. */
        private String claimReference() {
            return "MU%s%s%05d".formatted(tables.scenario().key().toUpperCase(Locale.ROOT).charAt(0),
                    Long.toString(Math.abs(seed % SEEDS_APART), Character.MAX_RADIX).toUpperCase(Locale.ROOT),
                    stayer.household().number());
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
