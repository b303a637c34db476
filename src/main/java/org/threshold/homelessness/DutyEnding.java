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

    /** What the earlier form asked to be ticked of an offer; kept for the cases whose step still has it. */
    public static final List<String> OFFER_STEPS = List.of("WRITTEN_OFFER", "CONSEQUENCES", "REVIEW_RIGHT", "TIME",
            "RECONSIDERED");

    /** Put into the evidence by the step of the earlier model, on which no offer can be chosen. */
    public static final String ON_TICKS = "ON_TICKS";

    /** Put into the evidence where the form asks for what the applicant said. */
    public static final String ASKED = "ASKED";

    static String ticked(String step) {
        return switch (step) {
            case "WRITTEN_OFFER" -> "A written offer";
            case "CONSEQUENCES" -> "The consequences of refusing, in writing";
            case "REVIEW_RIGHT" -> "Their right to a review of suitability";
            case "TIME" -> "Reasonable time to consider";
            default -> "Suitability looked at again in light of their reasons";
        };
    }

    public enum Status { PROPOSED, AUTHORISED, RETURNED, DONE }

    /**
     * What was recorded of the end.
     *
     * @param reasons       words for the notice; needed for an end against the applicant
     * @param accommodation what was secured, in H-CLIC's codes; null unless secured, like {@code activity}
     * @param address       of the offer that was refused, or of the new home
     * @param evidence      what the earlier forms had ticked, and how the form asks
     * @param offerId       of the settled home that they accepted or refused; null where none is meant
     * @param placeOfferId  of the place to stay that they refused; null where none is meant
     * @param found         what the officer found and typed
     */
    public record Facts(EndReason reason, LocalDate endedOn, String reasons, String accommodation, String activity,
                        Boolean inDistrict, String address, List<String> evidence, Long offerId, Long placeOfferId,
                        List<EndingFact> found) {

        public Facts {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            found = found == null ? List.of() : List.copyOf(found);
        }

        public Facts(EndReason reason, LocalDate endedOn, String reasons, String accommodation, String activity,
                     Boolean inDistrict, String address, List<String> evidence) {
            this(reason, endedOn, reasons, accommodation, activity, inDistrict, address, evidence, null, null,
                    List.of());
        }

        public Facts withOffer(Long offer) {
            return new Facts(reason, endedOn, reasons, accommodation, activity, inDistrict, address, evidence, offer,
                    placeOfferId, found);
        }

        boolean onTicks() {
            return evidence.contains(ON_TICKS);
        }

        boolean asked() {
            return evidence.contains(ASKED);
        }

        public static Facts of(EndReason reason, LocalDate endedOn, String reasons) {
            return new Facts(reason, endedOn, reasons, null, null, null, null, List.of());
        }
    }
}
