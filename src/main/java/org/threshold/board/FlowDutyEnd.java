package org.threshold.board;

import java.util.Arrays;
import java.util.List;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** The ways in which the duties to prevent and to relieve homelessness end, as the return to government groups them. */
enum FlowDutyEnd {
    SECURED("A home for at least 6 months"), HOMELESS("Became homeless"), ELAPSED("The 56 days ran out"),
    CONTACT("Withdrew, or contact was lost"), OTHER("Refused, not eligible or another end");

    private final String words;

    FlowDutyEnd(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Those in which a duty of that kind can end. */
    static List<String> ways(DutyKind kind) {
        return Arrays.stream(values()).filter(way -> Arrays.stream(EndReason.values())
                .anyMatch(reason -> reason.ends(kind) && of(kind, reason) == way)).map(FlowDutyEnd::words).toList();
    }

    static FlowDutyEnd of(DutyKind kind, EndReason reason) {
        return switch (EndReason.valueOf(reason.reportedAs(kind))) {
            case SECURED_EXISTING_6M, SECURED_ALTERNATIVE_6M, SECURED_6M -> SECURED;
            case HOMELESS -> HOMELESS;
            case ELAPSED_56 -> ELAPSED;
            case CONTACT_LOST, WITHDREW -> CONTACT;
            default -> OTHER;
        };
    }
}
