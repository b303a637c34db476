package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.RuleNotInForce;

/** What the rows of one household are read against, and where their remarks go. */
record Reading(DateOrder order, LocalDate today, KnownPeople people, KnownUnits units, Deadlines deadlines,
               List<Remark> remarks) {

    RowReader of(Row row) {
        return new RowReader(row, order, today, remarks);
    }

    /** The last day on which a review can be asked for as of right. */
    LocalDate reviewRight(LocalDate notified) {
        return deadlines.calculate(ClockKind.REVIEW_REQUEST, notified).lastDay();
    }

    /** Whether the law has the clock for that day; if not, the value is refused. */
    boolean inForce(RowReader row, String heading, ClockKind kind, LocalDate day) {
        try {
            deadlines.calculate(kind, day);
            return true;
        } catch (RuleNotInForce none) {
            row.refuse(heading, none.getMessage() + ".", "Check the day.");
            return false;
        }
    }

    /** A day as the files have it. */
    String written(LocalDate day) {
        return order.write(day);
    }

    boolean anyRefused() {
        return remarks.stream().anyMatch(Remark::refused);
    }
}
