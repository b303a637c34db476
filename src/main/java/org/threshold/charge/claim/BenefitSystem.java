package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.Rate;

/**
 * The council's benefit system, as this service talks to it. The one adapter that comes with the service writes and reads
 * CSV files; another one takes its place by being a bean of this type.
 */
public interface BenefitSystem {

    /**
     * A claim with what the benefit office has to know of the accommodation (HB circular A3/2022).
     *
     * @param leftOn      the day on which they left; null while they are there
     * @param type        what the unit is, in words; null, as everything of the unit, where it is not known
     */
    record ClaimOut(long claimId, String reference, Kind kind, String caseReference, String givenName, String familyName,
                    LocalDate dateOfBirth, String nationalInsurance, String address, String postcode,
                    LocalDate firstNight, LocalDate leftOn, LocalDate madeOn, String type, Boolean bedAndBreakfast,
                    String landlord, Boolean selfContained, Integer bedrooms, Rate rate) {
    }

    /** What a record of the benefit system says. */
    enum Type { DECISION, CREDIT, TAKEN_BACK }

    /**
     * One record of the benefit system.
     *
     * @param line       where it stands in the file
     * @param id         the benefit system's own id of the record, for ever
     * @param firstNight tells several placements on one claim apart; may be null
     * @param on         the day of the decision, or the day on which the credit counts
     * @param outcome    of a decision; otherwise null
     * @param from       the first night that is paid
     * @param last       the last night that a credit pays; otherwise null
     * @param pence      a week for a decision, in all for a credit
     * @param takesBack  the id of the credit that is taken back; otherwise null
     * @param wrong      what is wrong with the line, in words to whoever brought the file; null where nothing is
     */
    record RecordIn(int line, String id, Type type, String reference, LocalDate firstNight, LocalDate on,
                    ClaimStatus outcome, LocalDate from, LocalDate last, Integer pence, String takesBack, String words,
                    String wrong) {
    }

    /** The file as a whole cannot be read. The message is for whoever brought it. */
    final class Unreadable extends RuntimeException {

        public Unreadable(String message) {
            super(message);
        }
    }

    /** One claim as it is handed over; the same claim with the same facts gives the same line. */
    String line(ClaimOut claim);

    /** The file with these lines. */
    byte[] file(List<String> lines);

    /** @throws Unreadable when it is no file of the benefit system */
    List<RecordIn> read(byte[] content);
}
