package org.threshold.demonstration;

import static org.threshold.demonstration.DemonstrationHomes.together;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.Person;

/**
 * Made-up households that are owed the main duty, or were: on the way to a home of their own, with an offer of one, or
 * asking for a review. Each came to the main duty through the same steps as at the pages.
 */
@Component
@Profile("demonstration & !test")
class DemonstrationMoves {

    private static final String ASKED = "Asked about health, school and work";

    private final DemonstrationHomes homes;
    private final DemonstrationEnds ends;

    DemonstrationMoves(DemonstrationHomes homes, DemonstrationEnds ends) {
        this.homes = homes;
        this.ends = ends;
    }

    List<Happening> story() {
        return together(bidding(), privateHomeToCheck(), refusedLately(), dutyEnded());
    }

    /** Whoever sees to what they owe is late with it. */
    private List<Happening> bidding() {
        return together(mainDuty(92, "Uma", "9 Fiction Close", "HB-DEMO-09", 320, homes.partner("Udo"),
                        homes.child("Ugo", 9), homes.child("Una", 6)),
                List.of(homes.does(27, "Uma", "task_recordReadiness", day -> MoveAnswers.readyButInArrears(
                                MoveAnswers.ready("480", "3"), "They owe £640 from their last council tenancy",
                                day.plusDays(18))),
                        homes.does(26, "Uma", "task_chooseRoute", day -> MoveAnswers.route("HOUSING_REGISTER",
                                "A home of the council or an association that they can afford for years")),
                        homes.does(24, "Uma", "task_applyToRegister", day -> MoveAnswers.applied(day, "HR-DEMO-01")),
                        homes.does(10, "Uma", "task_followBids", day -> MoveAnswers.bid(day,
                                "3 bedrooms, 22 Sketch Road", "GO_ON",
                                "Fourth in the list; the result comes soon"))));
    }

    private List<Happening> privateHomeToCheck() {
        return together(mainDuty(80, "Vic", "Pretend House, flat 2", "HB-DEMO-10", 155, homes.child("Vera", 5)),
                readyFor("PRIVATE_RENTED", 17, "Vic"),
                List.of(homes.does(6, "Vic", "task_searchPrivately", day -> MoveAnswers.found(day, "Sample Lettings",
                                "2 Sample Close")),
                        homes.does(2, "Vic", "task_draftHomeOffer", day -> MoveAnswers.privateRented(
                                "2 Sample Close, AA1 1AA", "Sample Lettings", day)),
                        homes.does(1, "Vic", "task_recordHomeSuitability", day -> suits("Vic",
                                "Two rooms on the ground floor, dry and warm", ASKED))));
    }

    private List<Happening> refusedLately() {
        return together(mainDuty(80, "Wren", "Pretend House, flat 6", "HB-DEMO-11", 170,
                        homes.partner("Will"), homes.child("Wanda", 3)),
                readyFor("HOUSING_REGISTER", 17, "Wren"),
                finalOffer(8, "Wren", "4 Mock Rise, AA1 1AA", "HR-DEMO-02", "Two bedrooms on the second floor, dry"),
                List.of(homes.does(1, "Wren", "task_recordHomeAnswer", day -> MoveAnswers.refused(day,
                        "Will cannot climb two flights of stairs since his operation"))));
    }

    /** Told by when to leave; whether they may stay until the review is decided waits for an officer. */
    private List<Happening> dutyEnded() {
        return together(mainDuty(94, "Yves", "Placeholder Court 5", "HB-DEMO-12", 420,
                        homes.child("Yara", 10), homes.child("Yan", 7)),
                readyFor("HOUSING_REGISTER", 31, "Yves"),
                finalOffer(25, "Yves", "17 Sketch Road, AA1 1AA", "HR-DEMO-03",
                        "A house with three bedrooms, dry and warm"),
                List.of(homes.does(20, "Yves", "task_recordHomeAnswer", day -> MoveAnswers.refused(day,
                                "It is too far from the school")),
                        homes.doesAs("senior", 18, "Yves", "task_reconsiderHomeRefusal", day ->
                                MoveAnswers.stillSuitable("The bus to the school takes twenty minutes")),
                        handsOver(18, "Yves"),
                        new Happening(14, "Yves", () -> ends.proposeEndOnRefusal(homes.reference("Yves"),
                                "The home was suitable, the bus takes twenty minutes, and you refused it.")),
                        homes.doesAs("senior", 13, "Yves", "task_authoriseEndOfDuty", day -> MoveAnswers.authorised()),
                        handsOver(12, "Yves"),
                        homes.does(11, "Yves", "task_planLeaving", day -> MoveAnswers.leaveBy(day.plusDays(28))),
                        handsOver(10, "Yves"),
                        new Happening(2, "Yves", () -> ends.askForReview(homes.reference("Yves"),
                                "Yan has just begun to have extra lessons at his school, and nobody asked about them")),
                        homes.doesAs("leader", 1, "Yves", "task_chooseReviewer", day -> MoveAnswers.reviewer("leader")),
                        handsOver(1, "Yves")));
    }

    /** Homeless, taken in that night, and owed the main duty 61 days later. */
    private List<Happening> mainDuty(int daysAgo, String name, String unit, String claim, int weeklyPounds,
                                     Person... others) {
        return together(
                homes.signedUp(daysAgo, name, unit, false, day -> HomeAnswers.claimed(claim, null), others),
                homes.assessed(daysAgo - 2, name), homes.paidInFull(daysAgo, name, claim, weeklyPounds),
                List.of(homes.does(daysAgo - 17, name, "task_reviewPlan", day -> MoveAnswers.planReviewed(
                                day.plusDays(42))),
                        homes.does(daysAgo - 46, name, "task_recordInquiries", day -> MoveAnswers.findings()),
                        homes.does(daysAgo - 60, name, "task_makeInquiries", day -> MoveAnswers.findings()),
                        homes.does(daysAgo - 60, name, "task_draftDecision", day -> MoveAnswers.mainDuty()),
                        homes.doesAs("senior", daysAgo - 61, name, "task_signDecision", day -> MoveAnswers.signed()),
                        handsOver(daysAgo - 62, name)));
    }

    private List<Happening> readyFor(String route, int daysAgo, String name) {
        return List.of(homes.does(daysAgo, name, "task_recordReadiness", day -> MoveAnswers.ready("420", "2")),
                homes.does(daysAgo - 1, name, "task_chooseRoute", day -> MoveAnswers.route(route,
                        "They want to stay near the school")));
    }

    /** Given that day with ten days to consider, after a bid and a second officer's look. */
    private List<Happening> finalOffer(int daysAgo, String name, String address, String register, String condition) {
        return List.of(homes.does(daysAgo + 4, name, "task_applyToRegister", day -> MoveAnswers.verified(day,
                        register)),
                homes.does(daysAgo + 2, name, "task_followBids", day -> MoveAnswers.bid(day, address, "OFFER",
                        "They are first for it")),
                homes.does(daysAgo + 1, name, "task_draftHomeOffer", day -> MoveAnswers.finalPart6(address,
                        day.plusDays(21))),
                homes.does(daysAgo + 1, name, "task_recordHomeSuitability", day -> suits(name, condition,
                        ASKED)),
                homes.doesAs("senior", daysAgo, name, "task_lookAtFinalOffer", day -> MoveAnswers.agreed()),
                homes.does(daysAgo, name, "task_giveHomeOffer", day -> MoveAnswers.given(day.plusDays(10))),
                handsOver(daysAgo, name));
    }

    private Map<String, String> suits(String name, String condition, String why) {
        return MoveAnswers.suits(homes.people(name), condition, why);
    }

    private Happening handsOver(int daysAgo, String name) {
        return new Happening(daysAgo, name, () -> ends.handOverLetters(homes.reference(name)));
    }
}
