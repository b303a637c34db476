package org.threshold.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the audit ends, for an address: the next begins with what was before it. */
public record AuditPosition(Instant at, String chain, long sequence) {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,17})\\.([0-9]{1,18})\\.([A-Z0-9-]{0,60})");

    static AuditPosition of(AuditRecord record) {
        return new AuditPosition(record.at(), record.caseReference(), record.sequence());
    }

    /** Empty where it is not one of ours. */
    public static Optional<AuditPosition> parse(String text) {
        Matcher parts = SHAPE.matcher(text == null ? "" : text);
        return parts.matches() ? Optional.of(new AuditPosition(Instant.EPOCH.plus(Long.parseLong(parts.group(1)),
                ChronoUnit.MICROS), parts.group(3), Long.parseLong(parts.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + sequence + "." + chain;
    }
}
