package org.threshold.scenario;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** What goes wrong after a household was placed, by the table of defects: claims and notices late or missing. */
final class Defects {

    private static final int NOTICE_DAYS = 14;
    private static final int CLAIM_LATE_FROM = 7;
    private static final int CLAIM_LATE_RANGE = 21;

    private final Tables tables;
    private final long seed;

    Defects(Tables tables, long seed) {
        this.tables = tables;
        this.seed = seed;
    }

    /** Whether the claim is made when they sign up. */
    boolean claimsAtOnce(long number) {
        return !claimMissing(number) && !claimLate(number);
    }

    /** Whether nobody ever does this step for the household. */
    boolean never(String element, long number) {
        return switch (element) {
            case "task_makeTheClaim" -> claimMissing(number);
            case "task_sendHostNotice", "task_chaseHostNotice" -> happens("HOST_NOT_TOLD", number);
            default -> false;
        };
    }

    /** After how many days the step is done, where that is late; empty where nothing goes wrong. */
    OptionalInt late(String element, long number) {
        RandomGenerator random = Seeds.of(seed, "late " + element, number);
        return switch (element) {
            case "task_makeTheClaim" -> claimLate(number)
                    ? OptionalInt.of(CLAIM_LATE_FROM + random.nextInt(CLAIM_LATE_RANGE)) : OptionalInt.empty();
            case "task_sendHostNotice", "task_chaseHostNotice" -> happens("HOST_TOLD_LATE", number)
                    ? OptionalInt.of(NOTICE_DAYS + random.nextInt(NOTICE_DAYS)) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private boolean claimMissing(long number) {
        return happens("NO_CLAIM", number);
    }

    private boolean claimLate(long number) {
        return happens("CLAIM_LATE", number);
    }

    private boolean happens(String defect, long number) {
        return Seeds.of(seed, defect, number).nextDouble() < tables.defect(defect);
    }
}
