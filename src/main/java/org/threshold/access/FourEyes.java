package org.threshold.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a second person decides, and who that may be: one table, read as it stands. A later subject adds a row and asks
 * {@link SecondPerson}; nothing else compares one officer with another.
 *
 * <ul>
 * <li>{@code at least}: the lowest role of the second person
 * <li>{@code senior to}: how their rank stands to that of everyone who prepared it. Nobody: it does not matter
 * <li>{@code if unknown}: the lowest role where the rank of somebody who prepared it is not known here
 * <li>{@code not}: {@code author} whoever prepared it, {@code part} whoever took part in the case
 * <li>{@code council}: whether only somebody who works for the authority may, not agency staff
 * <li>{@code unless}: the setting under {@code threshold.house-rules} that switches it off; the law has none
 * </ul>
 *
 * <p>Always, and in no column: nobody who has said that they know the people, and on a restricted case only somebody who
 * is named on it.
 */
public enum FourEyes {
    DECISION("sign this", "A decision under section 184"),
    END_OF_DUTY("sign this", "The end of a duty against the applicant"),
    REFERRAL("sign this", "A referral to another council"),
    NON_COOPERATION_NOTICE("authorise this notice", "A notice of refusal to co-operate"),
    REVIEW("decide this review", "A review under section 202");

    private static final String TABLE = """
            what                   | at least       | senior to   | if unknown      | not    | council | unless         | rests on
            DECISION               | SENIOR_OFFICER | nobody      | -               | author | no      | sign-decisions | house rule
            END_OF_DUTY            | SENIOR_OFFICER | nobody      | -               | author | no      | sign-endings   | house rule
            REFERRAL               | SENIOR_OFFICER | nobody      | -               | author | no      | sign-decisions | house rule
            NON_COOPERATION_NOTICE | SENIOR_OFFICER | as senior   | SERVICE_MANAGER | part   | yes     | -              | SI 2018/223 reg 3
            REVIEW                 | SENIOR_OFFICER | more senior | TEAM_LEADER     | author | no      | -              | SI 2018/223 reg 5
            """;

    /** How the second person's rank must stand to that of whoever prepared it. */
    public enum Seniority {
        NOBODY("does not matter"), AS_SENIOR("at least as senior as whoever prepared it"),
        MORE_SENIOR("more senior than everyone who made the decision");

        private final String words;

        Seniority(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One row, as it is read.
     *
     * @param ifUnknown null where the rank of whoever prepared it does not matter
     * @param apart     whether nobody who took part in the case may, and not only nobody who prepared it
     * @param unless    the setting that switches it off, or null where the law says so
     */
    public record Terms(Role atLeast, Seniority seniorTo, Role ifUnknown, boolean apart, boolean council,
                        String unless, String restsOn) {
    }

    private static final Map<FourEyes, Terms> TERMS = TABLE.lines().skip(1).map(FourEyes::cells)
            .collect(Collectors.toUnmodifiableMap(cells -> valueOf(cells.get(0)), FourEyes::terms));

    private final String act;
    private final String title;

    FourEyes(String act, String title) {
        this.act = act;
        this.title = title;
    }

    public Terms terms() {
        return TERMS.get(this);
    }

    public String title() {
        return title;
    }

    /** Completes the sentence "You cannot …". */
    public String act() {
        return act;
    }

    /** Whether it is a signature under what another officer has written, or a decision of one's own. */
    boolean isSignature() {
        return this != REVIEW;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static Terms terms(List<String> cells) {
        return new Terms(Role.valueOf(cells.get(1)),
                Seniority.valueOf(cells.get(2).toUpperCase(java.util.Locale.ROOT).replace(' ', '_')), role(cells.get(3)),
                cells.get(4).equals("part"), cells.get(5).equals("yes"),
                cells.get(6).equals("-") ? null : cells.get(6), cells.get(7));
    }

    private static Role role(String cell) {
        return cell.equals("-") ? null : Role.valueOf(cell);
    }
}
