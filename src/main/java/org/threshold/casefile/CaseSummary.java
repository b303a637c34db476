package org.threshold.casefile;

import java.time.LocalDate;
import java.util.List;

/** What every list and header shows of a case. {@code flags} are short labels, most important first. */
public record CaseSummary(CaseReference reference, String applicantName, LocalDate dateOfBirth, String team,
                          CaseStatus status, List<String> flags) {
}
