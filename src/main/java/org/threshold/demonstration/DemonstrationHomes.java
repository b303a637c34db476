package org.threshold.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.claim.BenefitFiles;
import org.threshold.demonstration.DemonstrationCases.Answers;

/**
 * Made-up households in temporary accommodation. Each goes through the same steps as at the pages, on the day on which
 * it happened, so that nights, charges, claims, notices and clocks are what the service itself makes of them.
 */
@Component
@Profile("demonstration & !test")
class DemonstrationHomes {

    private static final String OFFICE = "North Office";
    private static final String BENEFIT_FILE =
            "record_id,record_type,claim_reference,first_night,on,outcome,pays_from,pays_last,amount,takes_back,words";

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_TO_DECIDE = 21;
    private static final int LAST_CREDIT = 4;

    private final Desk desk;
    private final Household household;
    private final Units units;
    private final Placements placements;
    private final PlacementStays stays;
    private final ChargeAccounts accounts;
    private final BenefitFiles files;
    private final Clock clock;
    private final Map<String, CaseReference> references = new HashMap<>();

    DemonstrationHomes(Desk desk, Household household, Units units, Placements placements, PlacementStays stays,
                       ChargeAccounts accounts, BenefitFiles files, Clock clock) {
        this.desk = desk;
        this.household = household;
        this.units = units;
        this.placements = placements;
        this.stays = stays;
        this.accounts = accounts;
        this.files = files;
        this.clock = clock;
    }

    /** Tonight is the night after {@code daysAgo} others. */
    List<Happening> story() {
        List<Happening> story = new ArrayList<>();
        story.addAll(pastSixWeeks());
        story.addAll(nearSixWeeks());
        story.addAll(nearThreeWeeks());
        story.addAll(claimMadeLate());
        story.addAll(inAHostel());
        story.addAll(outside());
        story.addAll(withoutClaim());
        story.addAll(leftWithDebt());
        story.addAll(newlyIn());
        story.addAll(waitingForKeys());
        return story;
    }

    private List<Happening> pastSixWeeks() {
        return together(signedUp(45, "Kerry", "Example Lodge, room 4", true, day -> HomeAnswers.claimed("HB-DEMO-01",
                        "BANK"), child("Kit", 7), child("Kai", 4)),
                assessed(43, "Kerry"),
                List.of(does(24, "Kerry", "task_planWayOut", day -> HomeAnswers.wayOut(day.plusDays(14)))));
    }

    private List<Happening> nearSixWeeks() {
        return together(signedUp(39, "Lesley", "Example Lodge, room 3", true, day -> HomeAnswers.claimed("HB-DEMO-02",
                        null), child("Lou", 9)),
                assessed(37, "Lesley"),
                List.of(decided(22, "Lesley", "HB-DEMO-02", "FULL", 39, "385.00", ""),
                        does(18, "Lesley", "task_planWayOut", day -> HomeAnswers.wayOut(day.plusDays(17))),
                        pays(12, "Lesley", 5_000, "DEMO-1"),
                        new Happening(8, "Lesley", () -> takeIn("CREDIT", "HB-DEMO-02", "", today().minusDays(31),
                                today().minusDays(1), "1705.00", ""))));
    }

    private List<Happening> nearThreeWeeks() {
        return together(signedUp(20, "Morgan", "Mockingbird Guest House, room B", true, day -> HomeAnswers.claimed(
                "HB-DEMO-03", "WAGES"), child("Max", 2)), assessed(17, "Morgan"));
    }

    private List<Happening> claimMadeLate() {
        return together(signedUp(30, "Nicky", "Placeholder Court 3", false, day -> HomeAnswers.notClaimed("SYSTEM_DOWN"),
                        child("Nat", 12), child("Nell", 10)),
                assessed(28, "Nicky"),
                List.of(does(16, "Nicky", "task_makeTheClaim", day -> HomeAnswers.lateClaim("HB-DEMO-04", day)),
                        new Happening(2, "Nicky", () -> takeIn("DECISION", "HB-DEMO-04", "FULL",
                                monday(today().minusDays(14)), null, "385.00", "Paid from the Monday after it"))));
    }

    private List<Happening> inAHostel() {
        return together(signedUp(15, "Ollie", "Draft Hostel, room 5", false, day -> HomeAnswers.claimed("HB-DEMO-05",
                "IDENTITY")), assessed(13, "Ollie"));
    }

    private List<Happening> outside() {
        return together(signedUp(11, "Parker", "14 Specimen Street", false, day -> HomeAnswers.claimed("HB-DEMO-06",
                null), partner("Pip"), child("Penny", 1)), assessed(9, "Parker"));
    }

    private List<Happening> withoutClaim() {
        return signedUp(6, "Quinn", "Placeholder Court 1", false, day -> HomeAnswers.notClaimed("OUT_OF_HOURS"));
    }

    private List<Happening> leftWithDebt() {
        return together(signedUp(50, "Reese", "Pretend House, flat 9", false, day -> HomeAnswers.claimed("HB-DEMO-07",
                        null), partner("Ray"), child("Rory", 8)),
                List.of(decided(34, "Reese", "HB-DEMO-07", "REFUSED", 0, "", "Savings above the limit"),
                        pays(30, "Reese", 12_000, "DEMO-2"),
                        new Happening(5, "Reese", () -> as(() -> stays.left(references.get("Reese"), home("Reese").id(),
                                today(), PlacementEnd.CEASED_TO_OCCUPY, "Gone to live with a sister")))));
    }

    private List<Happening> newlyIn() {
        return signedUp(2, "Sidney", "7 Fiction Close", false, day -> HomeAnswers.claimed("HB-DEMO-08", "BANK"),
                child("Sol", 6));
    }

    /** At the desk today; a leader's answer is awaited. */
    private List<Happening> waitingForKeys() {
        return together(offered(0, "Taylor", "Placeholder Court 2", false),
                List.of(does(0, "Taylor", "task_signUpAtDesk", day -> HomeAnswers.notClaimed("SYSTEM_DOWN"))));
    }

    List<Happening> signedUp(int daysAgo, String name, String unit, boolean bedAndBreakfast,
                                     Function<LocalDate, Map<String, String>> desk, Person... others) {
        List<Happening> way = new ArrayList<>(offered(daysAgo, name, unit, bedAndBreakfast, others));
        way.add(does(daysAgo, name, "task_signUpAtDesk", desk));
        if ("no".equals(desk.apply(today()).get("claimMade"))) {
            way.add(doesAs("leader", daysAgo, name, "task_releaseKeys", day -> HomeAnswers.released()));
        }
        way.add(does(daysAgo, name, "task_giveKeys", HomeAnswers::keys));
        if (daysAgo > 0) {
            way.add(does(daysAgo - 1, name, "task_checkMovedIn", day -> HomeAnswers.livingThere()));
        }
        return way;
    }

    private List<Happening> offered(int daysAgo, String name, String unit, boolean bedAndBreakfast,
                                    Person... others) {
        List<Happening> way = new ArrayList<>();
        way.add(new Happening(daysAgo, name, () -> references.put(name, desk.takeApproach("officer", "north",
                Person.applicant(name, "Example", LocalDate.of(1990, 2, 3).plusDays(name.hashCode() % 2_000)),
                List.of(others), "Nowhere to stay tonight"))));
        way.add(does(daysAgo, name, "task_triageApproach", day -> Answers.homelessTonight()));
        way.add(does(daysAgo, name, "task_findUnit", day -> HomeAnswers.found(idOf(unit))));
        if (unit.endsWith("Specimen Street")) {
            way.add(does(daysAgo, name, "task_recordWhyOutside", day -> HomeAnswers.whyOutside(people(name))));
            way.add(doesAs("manager", daysAgo, name, "task_approveOutside", day -> HomeAnswers.approved()));
        }
        way.add(does(daysAgo, name, "task_recordSuitability", day -> HomeAnswers.suits(people(name),
                bedAndBreakfast)));
        way.add(does(daysAgo, name, "task_makeOffer", day -> HomeAnswers.offer()));
        return way;
    }

    List<Happening> assessed(int daysAgo, String name) {
        return List.of(does(daysAgo, name, "task_checkIdentityAndEligibility", day -> Answers.identity()),
                does(daysAgo, name, "task_recordAssessment", day -> Answers.assessment("HOMELESS", day)),
                does(daysAgo - 1, name, "task_agreePlan", Answers::plan));
    }

    Happening does(int daysAgo, String name, String element, Function<LocalDate, Map<String, String>> answers) {
        return doesAs("officer", daysAgo, name, element, answers);
    }

    Happening doesAs(String username, int daysAgo, String name, String element,
                     Function<LocalDate, Map<String, String>> answers) {
        return new Happening(daysAgo, name, () -> desk.complete(username, OFFICE, references.get(name), element,
                desk.as(username, () -> answers.apply(today()))));
    }

    CaseReference reference(String name) {
        return references.get(name);
    }

    /** Full benefit from the first night on, and what it came to by last week. */
    List<Happening> paidInFull(int daysAgo, String name, String claim, int weeklyPounds) {
        int weeks = (daysAgo - LAST_CREDIT) / DAYS_OF_WEEK;
        return List.of(decided(daysAgo - DAYS_TO_DECIDE, name, claim, "FULL", daysAgo, weeklyPounds + ".00", ""),
                new Happening(LAST_CREDIT, name, () -> takeIn("CREDIT", claim, "", today().minusDays(daysAgo - LAST_CREDIT),
                        today().minusDays(daysAgo - LAST_CREDIT - weeks * DAYS_OF_WEEK + 1), weeks * weeklyPounds + ".00",
                        "")));
    }

    /** @param paidFrom as many days ago, 0 where nothing is paid */
    private Happening decided(int daysAgo, String name, String claim, String outcome, int paidFrom, String weekly,
                              String words) {
        return new Happening(daysAgo, name, () -> takeIn("DECISION", claim, outcome, paidFrom == 0 ? null
                : today().minusDays(paidFrom - daysAgo), null, weekly, words));
    }

    /** A file of the benefit system with one line. */
    private void takeIn(String type, String claim, String outcome, LocalDate from, LocalDate last, String pounds,
                        String words) {
        String line = String.join(",", claim + "-" + type, type, claim, "", today().toString(), outcome, written(from),
                written(last), pounds, "", words);
        desk.as("leader", () -> files.takeIn((BENEFIT_FILE + "\r\n" + line + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(LocalDate dayOrNull) {
        return dayOrNull == null ? "" : dayOrNull.toString();
    }

    private long idOf(String unit) {
        return units.named(List.of(unit)).values().iterator().next();
    }

    private Happening pays(int daysAgo, String name, long pence, String receipt) {
        return new Happening(daysAgo, name, () -> as(() -> accounts.receive(references.get(name), home(name).id(),
                pence, today(), receipt)));
    }

    private void as(Runnable action) {
        desk.as("officer", () -> {
            action.run();
            return null;
        });
    }

    private Placement home(String name) {
        return placements.livedIn(references.get(name)).get(0);
    }

    List<Long> people(String name) {
        return household.of(references.get(name)).stream().map(HouseholdMember::id).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    Person child(String name, int age) {
        return Person.member(Relationship.CHILD, name, "Example", today().minusYears(age).minusDays(50));
    }

    Person partner(String name) {
        return Person.member(Relationship.PARTNER, name, "Example", LocalDate.of(1991, 5, 6));
    }

    @SafeVarargs
    static List<Happening> together(List<Happening>... parts) {
        List<Happening> all = new ArrayList<>();
        for (List<Happening> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
