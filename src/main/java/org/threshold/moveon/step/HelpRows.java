package org.threshold.moveon.step;

import java.time.LocalDate;
import java.util.List;
import org.threshold.moveon.Help;
import org.threshold.worklist.Answers;

/** Help to move, as two forms list it. */
final class HelpRows {

    private HelpRows() {
    }

    static List<Help> of(Answers answers, LocalDate today) {
        return answers.rows("help").stream().map(row -> new Help(row.code("helpKind", Help.Kind.class),
                Pence.of(row, "helpAmount"), row.text("helpWords"), today)).toList();
    }
}
