package org.threshold.accommodation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threshold.casefile.CaseReference;

/**
 * Why a household is placed outside the borough, as a court would ask for it (Housing Act 1996 s208(1); SI 2012/2601 art
 * 2; Nzolameso v Westminster [2015] UKSC 22). Never changed; a record that was returned is followed by another one.
 *
 * @param searchId    the search whose list of free homes is the evidence; null where none was kept
 * @param allocation  the policy for allocating homes that held that day; null where the council had none
 * @param procurement the same for procuring them
 * @param answer      null while it waits for a manager
 */
public record OutsideRecord(long id, long placementId, CaseReference caseReference, long unitId, Long searchId,
                            Reasons reasons, Long allocation, Long procurement, List<ForMember> members,
                            String recordedBy, Instant recordedAt, Answer answer) {

    public OutsideRecord {
        members = List.copyOf(members);
    }

    /**
     * @param miles   by road from where they last lived
     * @param minutes by public transport from there, door to door
     * @param told    whether they know that it is outside the borough, where and why
     * @param said    what they said; where they were not told, why not
     * @param wayBack what would bring them nearer again
     */
    public record Reasons(BigDecimal miles, int minutes, String nothingNearer, Priority priority, String policyReasons,
                          String welfare, String affordable, boolean told, String said, String wayBack) {
    }

    /** Where the household stands in the policy for allocating homes. */
    public enum Priority {
        IN_BOROUGH("Priority to stay in the borough"), NEARBY("Priority to be near the borough"),
        NONE("No priority for a place");

        private final String words;

        Priority(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The factors of SI 2012/2601 art 2(b) to (d). */
    public enum Factor {
        WORK("Work"), CARE("Caring"), SCHOOL("School or college"), HEALTH("Health and support"),
        SERVICES("Services and transport");

        private final String words;

        Factor(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How something is known. */
    public enum Source {
        ASKED("they told us when we asked"), BODY("their school, doctor, employer or another body told us"),
        DOCUMENT("we saw a document"), APPLICATION("it stands in the application");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean inquiry() {
            return this != APPLICATION;
        }
    }

    public record Fact(String words, Source source) {
    }

    /** The school year, where a move weighs differently from year to year. */
    public enum SchoolYear {
        NONE("Not at school or college"), NURSERY("Nursery"), PRIMARY("Primary, reception to year 5"),
        YEAR_6("Year 6"), YEARS_7_TO_9("Years 7 to 9"), YEAR_10("Year 10: GCSE course"), YEAR_11("Year 11: GCSE exams"),
        YEAR_12("Year 12"), YEAR_13("Year 13: A levels or equal"), COLLEGE("College, training or university");

        private static final Set<SchoolYear> OF_EXAMS = Set.of(YEAR_10, YEAR_11, YEAR_13);
        private final String words;

        SchoolYear(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean ofExams() {
            return OF_EXAMS.contains(this);
        }
    }

    public enum SchoolFlag {
        EXAM("Takes public exams in this school year"), SEN("Special educational needs"),
        EHCP("Education, health and care plan"), PROTECTION_PLAN("Child protection plan"),
        IN_NEED("Child in need, or open to children’s services");

        private final String words;

        SchoolFlag(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param schoolMinutes the journey to school from the new home, door to door; null where there is no school
     * @param schoolPlan    how they get through the school year; null where nobody said
     */
    public record ForMember(long memberId, Map<Factor, Fact> facts, SchoolYear year, Set<SchoolFlag> flags,
                            Integer schoolMinutes, String schoolPlan) {

        public ForMember {
            facts = Map.copyOf(facts);
            flags = Set.copyOf(flags);
        }

        /** Whether moving this child needs an answer of its own: exams, or a plan that a place carries out. */
        public boolean mustNotSuffer() {
            return year.ofExams() || flags.contains(SchoolFlag.EXAM) || flags.contains(SchoolFlag.EHCP)
                    || flags.contains(SchoolFlag.PROTECTION_PLAN);
        }
    }

    /** What became of it. */
    public record Answer(Kind kind, String words, String by, Instant at) {

        public enum Kind {
            APPROVED("Approved"), RETURNED("Returned with reasons"), TAKEN_BACK("Taken back undecided");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            public String words() {
                return words;
            }
        }
    }

    public boolean approved() {
        return answer != null && answer.kind() == Answer.Kind.APPROVED;
    }

    public boolean waits() {
        return answer == null;
    }
}
