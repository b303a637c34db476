package org.threshold.board;

import java.util.Arrays;
import java.util.List;
import org.threshold.accommodation.PlacementEnd;

/** The ways in which a stay in temporary accommodation ends, few enough to be told apart in one picture. */
enum FlowStayEnd {
    SETTLED("A settled home"), LEFT("Left, abandoned it or lost contact"), DUTY("The duty ended without a home"),
    EVICTED("Evicted"), OTHER("Another end");

    private final String words;

    FlowStayEnd(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static List<String> ways() {
        return Arrays.stream(values()).map(FlowStayEnd::words).toList();
    }

    static FlowStayEnd of(PlacementEnd end) {
        return switch (end) {
            case PART6_ACCEPTED, PRSO_ACCEPTED -> SETTLED;
            case CEASED_TO_OCCUPY, ABANDONED, REFUSED_TA -> LEFT;
            case PART6_REFUSED, PRSO_REFUSED, NOT_ELIGIBLE, INTENTIONALLY_HOMELESS, DUTY_ENDED -> DUTY;
            case EVICTED -> EVICTED;
            case MOVED_TO_OTHER_TA, NOT_OCCUPIED, DIED, OTHER -> OTHER;
        };
    }
}
