package org.threshold.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How someone in the household is to be reached, or that nothing may be posted to them. It holds until somebody ends
 * it: a rule that protects a person never lapses by itself.
 *
 * @param onlyBy      in no other way than {@code method}; only where {@code kind} is {@link Kind#WAY}
 * @param method      null for no preference, and where {@code kind} is {@link Kind#DO_NOT_WRITE}
 * @param safeWhen    when and how it is safe, in words; may be null
 * @param through     the person through whom they are reached; may be null
 * @param reason      why; may be null
 * @param endedOn     the first day on which it no longer holds; null while it holds
 * @param endedReason why it was ended; may be null
 */
public record ContactRule(long id, long memberId, Kind kind, boolean onlyBy, ContactMethod method, String safeWhen,
                          String through, String reason, LocalDate from, LocalDate endedOn, String recordedBy,
                          Instant recordedAt, String endedBy, String endedReason) {

    /** Whether it forbids post altogether or says how to reach them. */
    public enum Kind { DO_NOT_WRITE, WAY }

    public boolean holds() {
        return endedOn == null;
    }

    /** 'Text message, weekdays 9 to 3, through Sam of the refuge'. */
    public String words() {
        return java.util.stream.Stream.of(method == null ? null : method.title(), safeWhen,
                        through == null ? null : "through " + through)
                .filter(java.util.Objects::nonNull).map(part -> part.replaceAll("\\s*\\n\\s*", ", "))
                .collect(java.util.stream.Collectors.joining("; "));
    }
}
