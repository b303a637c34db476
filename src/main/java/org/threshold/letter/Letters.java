package org.threshold.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threshold.casefile.CaseReference;

/** Letters from templates and case data, kept with the case as tagged PDF. */
public interface Letters {

    /**
     * Makes and issues a letter once; a second call with the same idempotency key changes nothing and returns the
     * same letter.
     *
     * @param template such as {@code prevention-duty-accepted}
     * @param model    what the template reads besides the case itself
     */
    Letter issue(CaseReference reference, String template, Map<String, Object> model, String idempotencyKey);

    List<Letter> of(CaseReference reference);

    byte[] pdf(long letterId);

    record Letter(long id, CaseReference caseReference, String template, String title, LocalDate issuedOn) {
    }
}
