package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Optional;
import org.threshold.casefile.Relationship;

/**
 * Since when, and until when, someone in the household makes its applicant one with family commitments: a dependent child
 * or a pregnant woman lives, or might reasonably be expected to live, with them (SI 2003/3326 art 2).
 *
 * @param memberId of the child, born or expected
 * @param days     on which it is so; beginning with {@link #ALWAYS} where no first day is known
 */
public record FamilyCommitment(long memberId, Kind kind, Span days) {

    public enum Kind {
        PREGNANCY("A pregnancy"), CHILD("A dependent child"), CHILD_OF_UNKNOWN_AGE("A child whose date of birth is not known");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Before any application of this kind. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** From its first day, as pregnancies are counted, to the day of birth. */
    static final int DAYS_OF_PREGNANCY = 280;

    private static final int CHILD_UNTIL = 16;
    private static final int CHILD_IN_EDUCATION_UNTIL = 19;

    /**
     * Someone of the household, as far as it matters here.
     *
     * @param dateOfBirth the expected one for an expected child; null when not known
     * @param since       the first day that an officer has recorded, such as of a child who joined later; else null
     * @param leftOn      the first day without them, or null
     */
    public record Member(long id, Relationship relationship, LocalDate dateOfBirth, boolean inEducation,
                         LocalDate since, LocalDate leftOn) {
    }

    /** Empty for an adult, and for one of unknown age who is not called a child of the family. */
    public static Optional<FamilyCommitment> of(Member member) {
        return switch (member.relationship()) {
            case EXPECTED_CHILD -> Optional.of(commitment(member, Kind.PREGNANCY, pregnantSince(member), null));
            case CHILD, STEP_OR_FOSTER_CHILD, BROTHER_OR_SISTER, OTHER_RELATIVE, OTHER -> child(member);
            default -> Optional.empty();
        };
    }

    /** A child of the family was expected before it was born, so that the nights of the pregnancy count too. */
    private static Optional<FamilyCommitment> child(Member member) {
        LocalDate born = member.dateOfBirth();
        boolean ofTheFamily = member.relationship() == Relationship.CHILD;
        if (born == null) {
            return ofTheFamily || member.relationship() == Relationship.STEP_OR_FOSTER_CHILD
                    ? Optional.of(commitment(member, Kind.CHILD_OF_UNKNOWN_AGE, ALWAYS, null)) : Optional.empty();
        }
        LocalDate grown = born.plusYears(member.inEducation() ? CHILD_IN_EDUCATION_UNTIL : CHILD_UNTIL);
        return Optional.of(commitment(member, Kind.CHILD, ofTheFamily ? pregnantSince(member) : born, grown));
    }

    private static LocalDate pregnantSince(Member member) {
        return member.dateOfBirth() == null ? ALWAYS : member.dateOfBirth().minusDays(DAYS_OF_PREGNANCY);
    }

    private static FamilyCommitment commitment(Member member, Kind kind, LocalDate from, LocalDate until) {
        LocalDate first = member.since() == null ? from : member.since();
        LocalDate left = member.leftOn();
        LocalDate end = until == null || left != null && left.isBefore(until) ? left : until;
        return new FamilyCommitment(member.id(), kind, new Span(first, end));
    }
}
