package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * A proposal to end a duty, until it is carried out.
 *
 * @param answeredBy the second officer, or null when none was needed or none has answered
 */
public record DutyEnding(long id, CaseReference caseReference, long dutyId, DutyKind kind, Facts facts,
                         String proposedBy, Instant proposedAt, Status status, String answeredBy, String comments) {

    /** Evidence that a valid possession notice on the only home still stands: 56 days then end no prevention duty. */
    public static final String NOTICE_IN_FORCE = "NOTICE_IN_FORCE";

    /** Evidence that a main duty ends because contact is lost: the council's rule on attempts then holds. */
    public static final String CONTACT_LOST = "CONTACT_LOST";

    public enum Status { PROPOSED, AUTHORISED, RETURNED, DONE }

    /**
     * What was recorded of the end.
     *
     * @param reasons       words for the notice; needed for an end against the applicant
     * @param accommodation what was secured, in H-CLIC's codes; null unless secured, like {@code activity}
     * @param address       of the offer that was refused, or of the new home
     * @param evidence      what the household got before they refused an offer
     */
    public record Facts(EndReason reason, LocalDate endedOn, String reasons, String accommodation, String activity,
                        Boolean inDistrict, String address, List<String> evidence) {

        public Facts {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        public static Facts of(EndReason reason, LocalDate endedOn, String reasons) {
            return new Facts(reason, endedOn, reasons, null, null, null, null, List.of());
        }
    }
}
