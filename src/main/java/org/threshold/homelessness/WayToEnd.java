package org.threshold.homelessness;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table by which every duty ends: a ground that the Act allows for the duty, and all that hangs on it
 * (A5 of the domain reference; s189B(4), (7) and (9), s190(2), s193(5) to (7AA), s193C, s195(8)).
 *
 * @param letter        the letter that tells them; null where nobody is told by it
 * @param secondOfficer whether somebody else must authorise it
 * @param review        what can be reviewed about it, which says how long the review may take; null where nothing can
 */
public record WayToEnd(DutyKind duty, EndReason ground, String provision, Evidence evidence, String letter,
                       boolean secondOfficer, ReviewMatter review, Effect effect, Set<Then> then) {

    /** What must be on record first. */
    public enum Evidence {
        NONE("Nothing besides the day"),
        WITHDRAWAL("What the applicant said, and when"),
        OFFER_ACCEPTED("An offer of a settled home that they accepted"),
        OFFER_REFUSED("An offer of a settled home that they refused, with all that has to go before the end"),
        PLACE_REFUSED("An offer of a place to stay that they refused, with all that has to go before the end"),
        LEFT("What was asked about where they are: when they were last seen, visits, keys and belongings"),
        ACT("What they did or failed to do, and why it was deliberate"),
        NOT_ELIGIBLE("The finding that they are not eligible, and since when"),
        ATTEMPTS("The attempts to reach them that the council’s rule asks for"),
        DAYS_56("The 56 days have passed"),
        HOME_SECURED("The home that they have, for at least 6 months"),
        OWN_NOTICE("A step of its own: a notice, a referral, a decision or a last day that was notified");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** From when it counts. */
    public enum Effect { ON_THE_DAY, ON_NOTICE }

    /** What follows. */
    public enum Then { RELIEF_BEGINS, DECISION_FOLLOWS, CASE_CLOSES, HOME_ASKED_BACK, CHILDRENS_SERVICES }

    private static final Map<DutyKind, String> LETTER = Map.of(DutyKind.PREVENTION, "prevention-ended",
            DutyKind.RELIEF, "relief-ended", DutyKind.MAIN, "main-duty-ended",
            DutyKind.S190, "s190-accommodation-ends", DutyKind.S193C, "s193c-duty-ended");
    private static final Set<EndReason> NO_LETTER_OF_ITS_OWN = EnumSet.of(EndReason.DECEASED,
            EndReason.REFUSED_COOPERATE, EndReason.LC_REFERRAL_ACCEPTED);
    private static final Set<DutyKind> ACCOMMODATES = EnumSet.of(DutyKind.MAIN, DutyKind.S193C);
    /** s213A: somebody with a child who is not eligible, or became homeless intentionally and is owed nothing now. */
    private static final Set<EndReason> LEAVES_A_CHILD = EnumSet.of(EndReason.NOT_ELIGIBLE, EndReason.IH_FROM_TA);

    public static List<WayToEnd> of(DutyKind duty) {
        return Arrays.stream(EndReason.values()).map(ground -> of(duty, ground)).flatMap(Optional::stream).toList();
    }

    /** Empty where the Act does not allow it. */
    public static Optional<WayToEnd> of(DutyKind duty, EndReason ground) {
        if (!ground.ends(duty)) {
            return Optional.empty();
        }
        boolean told = !NO_LETTER_OF_ITS_OWN.contains(ground);
        return Optional.of(new WayToEnd(duty, ground, ground.provision(duty), evidence(duty, ground),
                told ? LETTER.get(duty) : null, ground.againstApplicant() && ground.proposable(duty),
                ground == EndReason.DECEASED ? null : review(duty, ground),
                ground.againstApplicant() ? Effect.ON_NOTICE : Effect.ON_THE_DAY,
                then(duty, ground)));
    }

    private static Evidence evidence(DutyKind duty, EndReason ground) {
        return switch (ground) {
            case PART6_ACCEPTED, PRSO_ACCEPTED -> Evidence.OFFER_ACCEPTED;
            case REFUSED_OFFER, REFUSED_FINAL_OFFER, PART6_REFUSED, PRSO_REFUSED -> Evidence.OFFER_REFUSED;
            case REFUSED_TA, REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT -> Evidence.PLACE_REFUSED;
            case CEASED_TO_OCCUPY -> Evidence.LEFT;
            case IH_FROM_TA, IH_FROM_ACCOMMODATION -> Evidence.ACT;
            case NOT_ELIGIBLE -> Evidence.NOT_ELIGIBLE;
            case CONTACT_LOST -> Evidence.ATTEMPTS;
            case ELAPSED_56 -> Evidence.DAYS_56;
            case SECURED_6M, SECURED_ALTERNATIVE_6M, SECURED_EXISTING_6M -> Evidence.HOME_SECURED;
            case REFUSED_COOPERATE, LC_REFERRAL_ACCEPTED, OPPORTUNITY_OVER -> Evidence.OWN_NOTICE;
            case WITHDREW -> duty == DutyKind.PREVENTION || duty == DutyKind.RELIEF || duty == DutyKind.S190
                    ? Evidence.NONE : Evidence.WITHDRAWAL;
            case HOMELESS, DECEASED, FOUND_HOME, CANCELLED, SET_ASIDE -> Evidence.NONE;
        };
    }

    private static ReviewMatter review(DutyKind duty, EndReason ground) {
        return switch (duty) {
            case PREVENTION -> ground == EndReason.REFUSED_COOPERATE ? ReviewMatter.NON_COOPERATION_PREVENTION
                    : ReviewMatter.PREVENTION_ENDED;
            case RELIEF -> switch (ground) {
                case REFUSED_COOPERATE -> ReviewMatter.NON_COOPERATION_RELIEF;
                case LC_REFERRAL_ACCEPTED -> ReviewMatter.REFERRAL_CONDITIONS_JOINT;
                default -> ReviewMatter.RELIEF_ENDED;
            };
            case MAIN, S190, S193C -> ReviewMatter.DUTY_OWED;
        };
    }

    private static Set<Then> then(DutyKind duty, EndReason ground) {
        Set<Then> then = EnumSet.noneOf(Then.class);
        boolean relief = duty == DutyKind.PREVENTION
                && (ground == EndReason.HOMELESS || ground == EndReason.IH_FROM_ACCOMMODATION);
        if (relief) {
            then.add(Then.RELIEF_BEGINS);
        } else if (ground.decisionFollows(duty)) {
            then.add(Then.DECISION_FOLLOWS);
        } else {
            then.add(Then.CASE_CLOSES);
        }
        if (ACCOMMODATES.contains(duty) && ground != EndReason.DECEASED && (ground.againstApplicant()
                || ground == EndReason.WITHDREW)) {
            then.add(Then.HOME_ASKED_BACK);
        }
        if (LEAVES_A_CHILD.contains(ground)) {
            then.add(Then.CHILDRENS_SERVICES);
        }
        return then;
    }

    boolean then(Then what) {
        return then.contains(what);
    }
}
