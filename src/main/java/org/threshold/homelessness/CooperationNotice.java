package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * A notice under s193B(2), from draft to letter.
 *
 * @param refusalId  the refusal that it is about
 * @param answeredBy who authorised it or sent it back; null while a draft
 * @param givenOn    its date, on which the duty ends; null until given
 */
public record CooperationNotice(long id, long refusalId, CaseReference caseReference, Draft draft, String draftedBy,
                                Status status, String answeredBy, String comments, LocalDate givenOn) {

    public enum Status { DRAFT, RETURNED, AUTHORISED, GIVEN }

    /**
     * What an officer writes to draft one.
     *
     * @param steps      the steps that they still refuse
     * @param reasons    why the council gives the notice; the words of the letter (s193B(3)(a))
     * @param considered what was weighed since the warning (s193B(6))
     */
    public record Draft(List<String> steps, String reasons, String considered, CooperationRefusal.Given givenHow) {

        public Draft {
            steps = List.copyOf(steps);
        }
    }
}
