package org.threshold.casepage.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewContacts;

/**
 * Asks before free text is kept that seems to hold a new address or number: record it where letters are addressed from,
 * or say that it is not theirs. What was typed stays on the page meanwhile.
 */
@Component
class ContactQuestion {

    /** The tick that it is not theirs; its value says of what. */
    static final String FIELD = "notTheirs";

    private final NewContacts contacts;

    ContactQuestion(NewContacts contacts) {
        this.contacts = contacts;
    }

    /** Makes the form wrong until the question is answered. */
    void ask(Model model, TypedForm form, CaseReference reference, String... keys) {
        askAbout(model, form, reference, Arrays.stream(keys).map(form::text).toList());
    }

    void askAbout(Model model, TypedForm form, CaseReference reference, List<String> texts) {
        List<String> found = contacts.in(reference, texts);
        if (found.isEmpty()) {
            return;
        }
        model.addAttribute("spotted", found);
        model.addAttribute("spottedAs", digest(found));
        if (!form.text(FIELD).equals(digest(found))) {
            form.wrong(FIELD, sentence(found));
        }
    }

    static String sentence(List<String> found) {
        return "This seems to hold a new address or number (" + String.join("; ", found) + "). Record it first under"
                + " ‘People and contact’, so that letters go there, or say that it is not theirs";
    }

    /** Stands for what was found, so that a tick for one text does not hold for another. */
    static String digest(List<String> found) {
        return UUID.nameUUIDFromBytes(String.join("\n", found).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
