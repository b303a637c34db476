package org.threshold.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** Letters from templates and case data, kept with the case as tagged PDF. */
public interface Letters {

    /**
     * Makes and issues a letter once; a second call with the same idempotency key changes nothing and returns the
     * same letter.
     *
     * @param template such as {@code prevention-duty-accepted}
     * @param model    what the template reads besides the case itself
     * @throws org.threshold.access.NotPermitted when the applicant has died
     * @throws LetterIncomplete when a fact is missing that the letter must state; nothing is written then
     */
    Letter issue(CaseReference reference, String template, Map<String, Object> model, String idempotencyKey);

    /**
     * The same, to somebody else than the applicant, such as another council. The template must not hold more of the
     * household than that body needs.
     */
    Letter issue(CaseReference reference, Addressee to, String template, Map<String, Object> model,
                 String idempotencyKey);

    List<Letter> of(CaseReference reference);

    /** The letter that was issued with that key, or empty when none was. */
    Optional<Letter> issued(String idempotencyKey);

    byte[] pdf(long letterId);

    /**
     * @param addressee who got it, when that was not the applicant; otherwise null
     * @param version   of the wording of which it was made
     */
    record Letter(long id, CaseReference caseReference, String template, String title, LocalDate issuedOn,
                  String addressee, int version) {
    }

    /**
     * @param lines      address or e-mail, as on the envelope
     * @param mustBeTold what an Act says that they must be told, though it may be hidden from everybody else
     */
    record Addressee(String name, List<String> lines, List<String> mustBeTold) {

        public Addressee {
            lines = List.copyOf(lines);
            mustBeTold = List.copyOf(mustBeTold);
        }

        public Addressee(String name, List<String> lines) {
            this(name, lines, List.of());
        }
    }
}
