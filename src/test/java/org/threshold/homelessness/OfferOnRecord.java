package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;

/** Offers of settled homes, put on record with their whole chain at once; how one comes about is tested elsewhere. */
public final class OfferOnRecord {

    private OfferOnRecord() {
    }

    /** Written so many days ago, refused the day after, with time that has passed and found suitable by another officer. */
    public static long refused(JdbcClient jdbc, Letters letters, CaseReference reference, DutyKind duty, OfferKind kind,
                               LocalDate writtenOn) {
        return insert(jdbc, letters, reference, duty, kind, writtenOn, "REFUSED_DISCHARGE", "Too far from the school",
                "senior");
    }

    public static long accepted(JdbcClient jdbc, Letters letters, CaseReference reference, DutyKind duty, OfferKind kind,
                                LocalDate writtenOn) {
        return insert(jdbc, letters, reference, duty, kind, writtenOn, "ACCEPTED", null, null);
    }

    private static long insert(JdbcClient jdbc, Letters letters, CaseReference reference, DutyKind duty, OfferKind kind,
                               LocalDate writtenOn, String status, String words, String again) {
        long letter = letters.issue(reference, "advice-given", Map.of("advice", "For a test of offers"),
                "offer-in-a-test-" + UUID.randomUUID()).id();
        boolean privately = kind == OfferKind.PRSO || kind == OfferKind.FINAL_ACCOMMODATION;
        return jdbc.sql("""
                insert into home_offer (case_reference, duty, kind, status, address, landlord, landlord_kind, tenancy,
                    rent_weekly, available_from, lasts_months, approved_by, approved_on, obligations, restricted_case,
                    drafted_by, drafted_at, letter_id, written_on, said_final, consequences_told, review_right_told,
                    consider_until, given_by, answered_on, answer_how, answer_from, answer_words, answer_taken_by,
                    reconsidered_on, found_suitable, reconsidered_by, reconsidered_words)
                values (:reference, :duty, :kind, :status, '4 Testing Road, Exampleton', 'Example Homes', :landlord,
                    'ASSURED', 12000, :on, 12, :approved, cast(:approvedOn as date), 'NONE', false, 'officer', now(),
                    :letter, :on, :final, true, true, :until, 'officer', :answered, 'PHONE', 'The applicant', :words,
                    'officer', cast(:againOn as date), :suitable, :again, :againWords) returning id""")
                .param("reference", reference.value()).param("duty", duty.name()).param("kind", kind.name())
                .param("status", status).param("landlord", privately ? "PRIVATE" : "COUNCIL")
                .param("approved", privately ? "senior" : null).param("approvedOn", privately ? writtenOn : null)
                .param("on", writtenOn).param("letter", letter).param("final", kind.isFinal())
                .param("until", writtenOn.plusDays(3)).param("answered", writtenOn.plusDays(1)).param("words", words)
                .param("againOn", again == null ? null : writtenOn.plusDays(4))
                .param("suitable", again == null ? null : Boolean.TRUE).param("again", again)
                .param("againWords", again == null ? null : "The school can be reached by bus")
                .query(Long.class).single();
    }
}
