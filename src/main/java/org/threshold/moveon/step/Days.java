package org.threshold.moveon.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;

/** What is wrong with the days of a form. */
final class Days {

    private final Answers answers;
    private final LocalDate today;
    private final List<FieldError> wrong = new ArrayList<>();

    Days(Answers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /** What has happened has happened by today. */
    Days past(String key) {
        LocalDate day = answers.day(key);
        if (day != null && day.isAfter(today)) {
            wrong.add(new FieldError(key, "The day must be today or in the past"));
        }
        return this;
    }

    Days notBefore(String key, String first, String message) {
        LocalDate day = answers.day(key);
        LocalDate earliest = answers.day(first);
        if (day != null && earliest != null && day.isBefore(earliest)) {
            wrong.add(new FieldError(key, message));
        }
        return this;
    }

    /** The same for each row of a list. */
    Days past(String list, String key) {
        List<Answers> rows = answers.rows(list);
        for (int at = 0; at < rows.size(); at++) {
            LocalDate day = rows.get(at).day(key);
            if (day != null && day.isAfter(today)) {
                wrong.add(new FieldError(list + "[" + at + "]." + key, "The day must be today or in the past"));
            }
        }
        return this;
    }

    List<FieldError> wrong() {
        return wrong;
    }
}
