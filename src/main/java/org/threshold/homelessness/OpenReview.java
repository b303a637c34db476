package org.threshold.homelessness;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * A review that runs, as leaders see it in their list.
 *
 * @param lastDay  the last day on which its decision must be notified; null while its clock does not run
 * @param reviewer username; null until one is named
 */
public record OpenReview(long id, CaseReference caseReference, String applicant, ReviewMatter matter,
                         LocalDate requestedOn, LocalDate lastDay, String reviewer, String subject) {

    public boolean overdue(LocalDate today) {
        return lastDay != null && lastDay.isBefore(today);
    }
}
