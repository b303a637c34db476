package org.threshold.charge;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * What the account proposes to do about arrears, and what an officer answered.
 *
 * @param pence     what was owed when it was proposed
 * @param accepted  null while nobody has answered
 * @param words     why it was rejected, or what is being done
 * @param overtaken not answered, and a later proposal stands in its place
 */
public record ArrearsProposal(long id, long accountId, long placementId, CaseReference caseReference, String team,
                              String action, String advice, LocalDate owedSince, long pence, Instant madeAt,
                              Boolean accepted, String words, Instant answeredAt, String answeredBy,
                              boolean overtaken) {

    public boolean open() {
        return accepted == null && !overtaken;
    }
}
