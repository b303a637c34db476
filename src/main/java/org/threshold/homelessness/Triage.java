package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;

/**
 * What was asked and believed at triage. Belief is the low threshold of s184(1) and s188(1): reason to believe that
 * something may be so.
 *
 * @param whyNoReason     why there is no reason to believe; null when there is
 * @param interimNotDueAs which of homeless, eligible and priority need there is no reason to believe
 * @param whyNoInterim    null when interim accommodation is due or the question does not arise
 * @param diaryDate       when to contact them again; null when nothing is diarised
 */
public record Triage(boolean domesticAbuse, boolean hateCrime, boolean aged16or17, boolean homelessTonight,
                     boolean within56Days, boolean reasonToBelieve, String whyNoReason, boolean interimDue,
                     List<String> interimNotDueAs, String whyNoInterim, LocalDate diaryDate, String notes) {
}
