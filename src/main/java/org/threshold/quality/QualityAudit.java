package org.threshold.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.threshold.casefile.CaseReference;

/**
 * One case that was drawn, and what was found.
 *
 * @param reasons what spoke for a risk; also of a case that was drawn at random
 * @param auditor whose step it is, or was at first
 * @param result  null until it was audited
 * @param mended  null unless something was put right
 * @param open    whether a step of it is open
 */
public record QualityAudit(long id, CaseReference caseReference, String team, YearMonth month, How how,
                           List<RiskReason> reasons, int points, String auditor, Result result, Mended mended,
                           boolean open) {

    public QualityAudit {
        reasons = List.copyOf(reasons);
    }

    public enum How {
        RANDOM("At random"), RISK("By risk");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param words what is wrong; null where nothing is */
    public record Score(Mark mark, String words) {
    }

    /**
     * @param score  0 to 100, the mean of the parts that count
     * @param toMend what the team is to put right, or null
     */
    public record Result(Map<AuditPart, Score> scores, String overall, BigDecimal score, String toMend,
                         LocalDate mendBy, String by, Instant at) {

        public Result {
            scores = Map.copyOf(scores);
        }
    }

    public record Mended(String words, String by, Instant at) {
    }

    /** As it is shown in the list of the month. */
    public String state() {
        if (result == null) {
            return open ? "To be audited" : "Called off with its case";
        }
        if (result.toMend() == null) {
            return "Audited";
        }
        return mended != null ? "Put right" : open ? "To be put right" : "Called off with its case";
    }
}
