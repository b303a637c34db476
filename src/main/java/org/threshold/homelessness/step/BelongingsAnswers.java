package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Belongings;
import org.threshold.worklist.Answers;

/** Where belongings are and on which terms, as both of their forms ask it. */
final class BelongingsAnswers {

    private BelongingsAnswers() {
    }

    static Belongings.Check check(Answers answers, Clock clock) {
        return new Belongings.Check(LocalDate.now(clock), answers.text("storedAt"), answers.text("inventory"),
                answers.text("keyHeldBy"), answers.text("charges"), answers.text("access"), answers.text("checkNotes"),
                answers.day("nextCheckOn"));
    }

    static List<FieldError> problems(Answers answers, Clock clock) {
        LocalDate next = answers.day("nextCheckOn");
        return next == null || next.isAfter(LocalDate.now(clock)) ? List.of()
                : List.of(new FieldError("nextCheckOn", "The day of the next check must be in the future"));
    }

    static Date nextCheck(Answers answers) {
        return Date.from(answers.day("nextCheckOn").atStartOfDay(ServiceClock.LONDON).toInstant());
    }

    static void fill(Map<String, Object> facts, Belongings.Check last) {
        facts.put("storedAt", last.storedAt());
        facts.put("inventory", last.inventory());
        facts.put("keyHeldBy", last.keyHeldBy());
        facts.put("charges", last.charges());
        facts.put("access", last.access());
    }
}
