package org.threshold.homelessness;

import java.util.Map;
import java.util.Set;

/**
 * What follows when a decision no longer stands, row by row: which duty goes on, at which stage the approach goes on,
 * and what else is to be done (s203; what is owed then is what would have been owed had the decision been right).
 *
 * @param stage       where the approach goes on; null where it stays where it is
 * @param goesOn      the duty that goes on; null where none had ended
 * @param planChanges whether the plan is looked at again
 * @param homeNeeded  whether a home has to be found, as far as the file shows; the household is asked
 * @param byHand      whether nothing can be taken back by itself, so that a team leader decides
 */
public record WhatFollows(Stage stage, DutyKind goesOn, boolean planChanges, boolean homeNeeded, boolean byHand) {

    private static final Map<DutyKind, Stage> STAGE = Map.of(DutyKind.PREVENTION, Stage.PREVENTION, DutyKind.RELIEF,
            Stage.RELIEF, DutyKind.MAIN, Stage.MAIN_DUTY, DutyKind.S190, Stage.S190, DutyKind.S193C, Stage.S193C);
    /** Duties under which the household is accommodated. */
    private static final Set<DutyKind> ACCOMMODATED = Set.of(DutyKind.MAIN, DutyKind.S190, DutyKind.S193C);

    private static final WhatFollows NOTHING_ELSE = new WhatFollows(null, null, false, false, false);
    private static final WhatFollows BY_HAND = new WhatFollows(null, null, false, false, true);

    /** What kind of decision was reviewed; the names are those of the keys of {@link ReviewableDecisions}. */
    public enum Kind { DECISION, ENDING, DUTY, NOTICE, REFERRAL, REFERRAL_CONDITIONS, REFERRAL_DUTY, PLAN, OFFER,
        PLACEMENT, NOT_ON_RECORD }

    /**
     * What the table asks of the case.
     *
     * @param duty       the duty that the decision was about or that it ended; null where none was
     * @param dutyEnded  whether that duty has ended and runs no more
     * @param superseded whether a later decision has taken its place
     * @param reliefEver whether a relief duty was ever owed
     * @param s193cOwed  whether the duty of s193C came in the place of the main duty
     * @param housed     whether they live in a place of the council
     */
    public record Facts(Kind kind, DutyKind duty, boolean dutyEnded, boolean superseded, boolean reliefEver,
                        boolean s193cOwed, boolean housed) {
    }

    /**
     * The same on a case on which the main duty is owed meanwhile: no earlier duty takes its place by itself, since the
     * household would lose by winning.
     */
    static WhatFollows of(Facts facts, boolean mainOwed) {
        WhatFollows follows = of(facts);
        boolean earlier = follows.stage() != null && follows.goesOn() != null && follows.goesOn() != DutyKind.MAIN;
        return mainOwed && earlier ? BY_HAND : follows;
    }

    public static WhatFollows of(Facts facts) {
        return switch (facts.kind()) {
            case DECISION -> facts.superseded() ? NOTHING_ELSE : decidedAgain(facts);
            case ENDING, DUTY -> facts.duty() == null ? BY_HAND : goesOn(facts);
            case NOTICE -> facts.s193cOwed() ? goesOn(DutyKind.MAIN, facts) : facts.duty() == null ? BY_HAND
                    : goesOn(facts);
            case REFERRAL, REFERRAL_CONDITIONS, REFERRAL_DUTY -> referral(facts);
            case OFFER -> facts.duty() == null ? NOTHING_ELSE : goesOn(facts);
            case PLAN -> new WhatFollows(null, null, true, false, false);
            case PLACEMENT -> new WhatFollows(null, null, false, true, false);
            case NOT_ON_RECORD -> BY_HAND;
        };
    }

    /** Where relief was never owed, the assessment comes first: what it finds may be a duty to prevent or to relieve. */
    private static WhatFollows decidedAgain(Facts facts) {
        return new WhatFollows(facts.reliefEver() ? Stage.DECISION : Stage.ASSESSMENT, null, false, !facts.housed(),
                false);
    }

    private static WhatFollows goesOn(Facts facts) {
        return facts.dutyEnded() ? goesOn(facts.duty(), facts) : NOTHING_ELSE;
    }

    private static WhatFollows goesOn(DutyKind duty, Facts facts) {
        return new WhatFollows(STAGE.get(duty), duty, false, ACCOMMODATED.contains(duty) && !facts.housed(), false);
    }

    /** At the relief stage the relief duty is ours as it was; at the main stage we decide ourselves what is owed. */
    private static WhatFollows referral(Facts facts) {
        if (facts.duty() == DutyKind.RELIEF) {
            return new WhatFollows(Stage.RELIEF, facts.dutyEnded() ? DutyKind.RELIEF : null, false, false, false);
        }
        return new WhatFollows(Stage.DECISION, null, false, !facts.housed(), false);
    }
}
