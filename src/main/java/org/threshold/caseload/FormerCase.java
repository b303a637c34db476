package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.FormerLife.FormerNote;
import org.threshold.casefile.NewCase;
import org.threshold.homelessness.FormerWork;

/**
 * One household as it is to be brought over.
 *
 * @param officer username of the case's officer, who is in its team; null where none is named or known
 * @param status  where the case stands
 * @param home    the temporary accommodation in which they live; null where they live in none
 */
record FormerCase(String previousReference, NewCase known, LocalDate openedOn, String officer, CaseStatus status,
                  List<FormerNote> notes, FormerWork work, FormerHome home) {
}
