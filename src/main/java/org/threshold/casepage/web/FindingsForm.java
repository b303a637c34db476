package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.FindingChanges;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.PriorityNeed;
import org.threshold.homelessness.Question;

/** The four questions as the findings page asks them: answer, category of priority need, reasons, day. */
final class FindingsForm {

    private static final Set<String> FIELDS = Stream.concat(Stream.of("seen", key(Question.PRIORITY_NEED) + "-category"),
            Stream.of(Question.values()).map(FindingsForm::key).flatMap(key -> Stream.of(key, key + "-reasons",
                    key + "-on-day", key + "-on-month", key + "-on-year"))).collect(Collectors.toSet());

    private FindingsForm() {
    }

    /** The name of the question's field, such as {@code priority-need}. */
    static String key(Question question) {
        return question.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static TypedForm of(MultiValueMap<String, String> posted) {
        return TypedForm.of(posted, FIELDS::contains);
    }

    /**
     * What stands, but for the day: a changed answer must not keep the day of the old one by mistake.
     *
     * @param seen how many records there are
     */
    static TypedForm filled(Map<Question, FindingRecord> current, int seen) {
        TypedForm form = TypedForm.empty().with("seen", seen);
        for (Question question : Question.values()) {
            FindingRecord last = current.get(question);
            form.with(key(question), last == null ? Finding.UNDECIDED : last.finding());
            if (last != null) {
                form.with(key(question) + "-reasons", last.reasons())
                        .with(key(question) + "-category", last.category());
            }
        }
        return form;
    }

    static int seen(TypedForm form) {
        return form.text("seen").matches("[0-9]{1,6}") ? Integer.parseInt(form.text("seen")) : -1;
    }

    static List<FindingChanges.Change> read(TypedForm form, LocalDate today) {
        List<FindingChanges.Change> changes = new ArrayList<>();
        for (Question question : Question.values()) {
            changes.add(read(form, question, today));
        }
        return changes;
    }

    private static FindingChanges.Change read(TypedForm form, Question question, LocalDate today) {
        String key = key(question);
        Finding finding = form.choice(key, Finding.class, "Select yes, no or not decided yet");
        if (finding == null && form.error(key) == null) {
            form.wrong(key, "Select yes, no or not decided yet: " + question.words());
        }
        PriorityNeed category = question == Question.PRIORITY_NEED && finding == Finding.YES ? category(form, key) : null;
        String reasons = form.optional(key + "-reasons", CaseFindings.LONGEST_REASONS, "Your reasons");
        if (reasons == null && form.error(key + "-reasons") == null && finding != null && finding != Finding.UNDECIDED) {
            form.wrong(key + "-reasons", "Enter the reasons for your finding on " + question.words());
        }
        LocalDate on = form.date(key + "-on", "The day you were satisfied");
        if (on != null && on.isAfter(today)) {
            form.wrong(key + "-on", "The day you were satisfied must be today or in the past");
        }
        return new FindingChanges.Change(question, finding, category, reasons, on);
    }

    private static PriorityNeed category(TypedForm form, String key) {
        String message = "Select why they are in priority need";
        PriorityNeed category = form.choice(key + "-category", PriorityNeed.class, message);
        if (category == null && form.error(key + "-category") == null) {
            form.wrong(key + "-category", message);
        }
        return category;
    }
}
