package org.threshold.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An address, a number or an e-mail address of someone in the household, with the days on which it holds. Never
 * changed: it ends, and another begins.
 *
 * @param value    the lines of an address, a number in international form, or an e-mail address; null where only the
 *                 postcode of an address is known
 * @param postcode null where not known, and where it is no address
 * @param careOf   whose address it is; only where {@code kind} is {@link ContactPointKind#CARE_OF}
 * @param remark   what to know about it; may be null
 * @param endedOn  the first day on which it no longer holds; null while nobody knows of an end
 */
public record ContactPoint(long id, CaseReference caseReference, long memberId, ContactPointKind kind, String value,
                           Postcode postcode, String careOf, ContactSafety safety, String remark, LocalDate from,
                           LocalDate endedOn, String recordedBy, Instant recordedAt, String endedBy, Instant endedAt) {

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (endedOn == null || endedOn.isAfter(day));
    }

    /** As on the envelope below the name; for a number or an e-mail address, that one line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (careOf != null) {
            lines.add("c/o " + careOf);
        }
        if (kind == ContactPointKind.PHONE) {
            lines.add(new PhoneNumber(value).display());
        } else if (value != null) {
            value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
        if (postcode != null) {
            lines.add(postcode.toString());
        }
        return List.copyOf(lines);
    }

    public String oneLine() {
        return String.join(", ", lines());
    }

    /** Whether both are the same place, number or address, however they are written. */
    boolean sameAs(ContactPoint other) {
        return kind.isAddress() == other.kind.isAddress() && key(this).equals(key(other));
    }

    private static String key(ContactPoint point) {
        return ((point.value == null ? "" : point.value) + (point.postcode == null ? "" : point.postcode))
                .toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@+]", "");
    }
}
