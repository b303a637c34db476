package org.threshold.casefile;

import java.time.LocalDate;

/**
 * An address as an officer records it.
 *
 * @param memberId of whom
 * @param lines    without the postcode
 * @param postcode null where not known
 * @param careOf   whose address it is; only for {@link ContactPointKind#CARE_OF}
 * @param post     what becomes of letters; null for an address for letters, to which they go
 * @param safety   of post to it
 * @param from     may lie ahead
 * @param until    the last day on which it holds, where that is known
 */
public record NewAddress(long memberId, ContactPointKind kind, String lines, Postcode postcode, String careOf,
                         Post post, ContactSafety safety, String remark, LocalDate from, LocalDate until) {

    public static final int LONGEST_LINES = 480;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_REMARK = 500;

    /** Where letters go once they stay at a new address. */
    public enum Post {
        HERE("To this address"),
        AS_BEFORE("Where they go now: to their address for letters"),
        NOWHERE("Nowhere yet: hand letters over until there is an address for letters");

        private final String title;

        Post(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public NewAddress {
        if (kind == null || !kind.isAddress()) {
            throw new IllegalArgumentException("Select what this address is");
        }
        lines = Texts.required(lines, LONGEST_LINES, "An address");
        remark = Texts.optional(remark, LONGEST_REMARK, "What to know");
        careOf = Texts.optional(careOf, LONGEST_NAME, "A name");
        if ((kind == ContactPointKind.CARE_OF) != (careOf != null)) {
            throw new IllegalArgumentException("Enter whose address it is where letters go care of somebody");
        }
        if (kind == ContactPointKind.STAYING && post == null) {
            throw new IllegalArgumentException("Select where letters go from then on");
        }
        if (kind != ContactPointKind.STAYING && safety == ContactSafety.UNSAFE) {
            throw new IllegalArgumentException("An address for letters cannot be one where post is not safe");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("The last day must not be before the first");
        }
    }
}
