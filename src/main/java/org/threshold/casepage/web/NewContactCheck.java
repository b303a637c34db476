package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.NewContacts;
import org.threshold.form.FieldError;
import org.threshold.form.FormPage;
import org.threshold.worklist.AnswerCheck;
import org.threshold.worklist.StepContext;

/** Asks in every step whether a new address or number in its free text is recorded where letters are addressed from. */
@Component
class NewContactCheck implements AnswerCheck {

    /** Questions whose answer is an address or a number of its own, or of somebody else. */
    private static final String OWN_PLACE = ".*(?i:address|email|phone|postcode)|contact|storedAt|inventory|access";
    /** Names another council, or a home that is let and is not theirs yet. */
    private static final Set<String> NOT_THEIRS = Set.of("councilName", "property", "bidProperty");

    private final NewContacts contacts;

    NewContactCheck(NewContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<FieldError> ask(StepContext step, Map<String, Object> answers) {
        List<String> texts = new ArrayList<>();
        collect("", answers, texts);
        List<String> found = contacts.in(step.caseReference(), texts);
        return found.isEmpty() ? List.of() : List.of(new FieldError(FormPage.GO_ON, ContactQuestion.sentence(found)));
    }

    private static void collect(String key, Object answer, List<String> texts) {
        if (answer instanceof Map<?, ?> row) {
            row.forEach((name, value) -> collect(name.toString(), value, texts));
        } else if (answer instanceof Collection<?> rows) {
            rows.forEach(each -> collect(key, each, texts));
        } else if (answer instanceof String text && !key.matches(OWN_PLACE) && !NOT_THEIRS.contains(key)) {
            texts.add(text);
        }
    }
}
