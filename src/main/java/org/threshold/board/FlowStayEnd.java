package org.threshold.board;

import java.util.Arrays;
import java.util.List;
import org.threshold.accommodation.PlacementEnd;

/** The ways in which a stay in temporary accommodation ends, few enough to be told apart in one picture. */
enum FlowStayEnd {
    SETTLED("A settled home"), LEFT("Left or abandoned it, or refused it"), DUTY("The duty ended in another way"),
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

    /** @param housed a home in supported housing or with family is none of those that a placement's end can name */
    static FlowStayEnd of(PlacementEnd end, boolean housed) {
        return switch (end) {
            case PART6_ACCEPTED, PRSO_ACCEPTED -> SETTLED;
            case CEASED_TO_OCCUPY, ABANDONED, REFUSED_TA -> LEFT;
            case PART6_REFUSED, PRSO_REFUSED, NOT_ELIGIBLE, INTENTIONALLY_HOMELESS -> DUTY;
            case DUTY_ENDED -> housed ? SETTLED : DUTY;
            case EVICTED -> EVICTED;
            case MOVED_TO_OTHER_TA, NOT_OCCUPIED, DIED, OTHER -> OTHER;
        };
    }
}
