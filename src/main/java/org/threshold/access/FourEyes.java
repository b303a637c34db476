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
 * <li>{@code not}: {@code author} whoever prepared it, {@code part} whoever took part in the case, {@code made}
 * whoever prepared it or took part in that very decision, such as with its inquiries
 * <li>{@code council}: whether only somebody who works for the authority may, not agency staff
 * <li>{@code on duty}: whether a senior officer will do while they are duty manager, and on a restricted case an
 * emergency access: a household without a roof cannot wait for the morning
 * <li>{@code unless}: the setting under {@code threshold.house-rules} that switches it off; the law has none
 * </ul>
 *
 * <p>Always, and in no column: nobody who has said that they know the people, and on a restricted case only somebody who
 * is named on it; where {@code on duty} says yes, also somebody who has opened it in an emergency.
 */
public enum FourEyes {
    DECISION("sign this", "A decision under section 184"),
    END_OF_DUTY("sign this", "The end of a duty against the applicant"),
    REFERRAL("sign this", "A referral to another council"),
    NON_COOPERATION_NOTICE("authorise this notice", "A notice of refusal to co-operate"),
    REVIEW("decide this review", "A review under section 202"),
    CHARGE_CHANGE("agree this", "An adjustment, write-off or refund on a charge account"),
    LARGE_CHARGE_CHANGE("agree this", "The same of more than £1,000"),
    KEYS_RELEASE("release these keys", "Keys without a claim for Housing Benefit"),
    LETTER("release this letter", "A letter that a second person reads before it leaves"),
    FINAL_HOME_OFFER("agree to this offer", "A final offer of a home, before it is made"),
    REFUSED_HOME("look at this refusal again", "A home that was refused, looked at again"),
    OUT_OF_BOROUGH("approve this placement", "A placement outside the borough"),
    QUALITY_AUDIT("audit this case", "A quality audit of a case file");

    private static final String TABLE = """
            what                   | at least        | senior to   | if unknown      | not    | council | on duty | unless         | rests on
            DECISION               | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | sign-decisions | house rule
            END_OF_DUTY            | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | sign-endings   | house rule
            REFERRAL               | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | sign-decisions | house rule
            NON_COOPERATION_NOTICE | SENIOR_OFFICER  | as senior   | SERVICE_MANAGER | part   | yes     | no      | -              | SI 2018/223 reg 3
            REVIEW                 | SENIOR_OFFICER  | more senior | TEAM_LEADER     | made   | no      | no      | -              | SI 2018/223 reg 5
            CHARGE_CHANGE          | TEAM_LEADER     | nobody      | -               | author | no      | no      | -              | house rule
            LARGE_CHARGE_CHANGE    | SERVICE_MANAGER | nobody      | -               | author | no      | no      | -              | house rule
            KEYS_RELEASE           | TEAM_LEADER     | nobody      | -               | author | no      | yes     | -              | house rule
            LETTER                 | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | -              | house rule
            FINAL_HOME_OFFER       | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | -              | house rule
            REFUSED_HOME           | SENIOR_OFFICER  | nobody      | -               | author | no      | no      | -              | house rule
            OUT_OF_BOROUGH         | SERVICE_MANAGER | nobody      | -               | author | no      | yes     | -              | house rule
            QUALITY_AUDIT          | SENIOR_OFFICER  | nobody      | -               | part   | no      | no      | -              | house rule
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
     * @param not       who besides may not, as in the table
     * @param onDuty    whether a senior officer on duty will do, and an emergency access on a restricted case
     * @param unless    the setting that switches it off, or null where the law says so
     */
    public record Terms(Role atLeast, Seniority seniorTo, Role ifUnknown, String not, boolean council,
                        boolean onDuty, String unless, String restsOn) {

        /** Whether nobody who took part in the case may, and not only nobody who prepared it. */
        public boolean apart() {
            return not.equals("part");
        }

        public String notWords() {
            return switch (not) {
                case "part" -> "whoever took part in the case";
                case "made" -> "whoever made it, or took part in it";
                default -> "whoever prepared it";
            };
        }
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
        return this != REVIEW && this != REFUSED_HOME && this != QUALITY_AUDIT;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static Terms terms(List<String> cells) {
        return new Terms(Role.valueOf(cells.get(1)),
                Seniority.valueOf(cells.get(2).toUpperCase(java.util.Locale.ROOT).replace(' ', '_')), role(cells.get(3)),
                cells.get(4), cells.get(5).equals("yes"), cells.get(6).equals("yes"),
                cells.get(7).equals("-") ? null : cells.get(7), cells.get(8));
    }

    private static Role role(String cell) {
        return cell.equals("-") ? null : Role.valueOf(cell);
    }
}
