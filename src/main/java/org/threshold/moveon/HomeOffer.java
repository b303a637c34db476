package org.threshold.moveon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;

/**
 * An offer of a settled home with its chain of evidence (domain reference A5). Each link is null while it is to come.
 *
 * @param look         a second officer's look at a final offer; a change of the draft undoes it
 * @param given        the letter and the time they have
 * @param answered     what they said, or that they said nothing
 * @param reconsidered suitability looked at again in the light of a refusal
 * @param setAsideBy   id of the review on which it did not stand
 */
public record HomeOffer(long id, CaseReference caseReference, DutyKind duty, OfferKind kind, OfferStatus status,
                        Terms terms, String draftedBy, Instant draftedAt, Look look, Given given, Answered answered,
                        Reconsidered reconsidered, Withdrawn withdrawn, Long setAsideBy) {

    /** Who would be their landlord. */
    public enum Landlord {
        COUNCIL("The council"), HOUSING_ASSOCIATION("A housing association"), PRIVATE("A private landlord"),
        OTHER("Somebody else, such as a supported-housing provider or family");

        private final String words;

        Landlord(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What they would hold it as. Since 1 May 2026 a private landlord lets on an assured tenancy without a fixed term. */
    public enum Tenancy {
        ASSURED("An assured tenancy"), SECURE("A secure tenancy"), INTRODUCTORY("An introductory or starter tenancy"),
        LICENCE("A licence"), OTHER("Something else");

        private final String words;

        Tenancy(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether something binds them to where they live now, so that they cannot take the home yet (s193(8)). */
    public enum Obligations {
        NONE("Nothing binds them to where they live now"),
        CAN_END("They can end what binds them before they have to move"),
        CANNOT_END("They cannot end what binds them in time");

        private final String words;

        Obligations(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How their answer came. */
    public enum How {
        IN_PERSON("In person"), PHONE("By telephone"), EMAIL("By e-mail"), LETTER("By letter"),
        REPRESENTATIVE("Through an adviser or somebody else who speaks for them"),
        SILENCE("They did not answer by the last day");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What is offered.
     *
     * @param landlord     the landlord's name
     * @param rentWeekly   with service charges, in pence
     * @param lastsMonths  for how many months they can be expected to have it
     * @param approvedBy   who approved the arrangement with a private landlord; null where nobody had to
     * @param restrictedCase whether only a restricted person makes them homeless or gives them priority (s193(3B))
     * @param noPrivateWhy in such a case, why no home of a private landlord was practicable (s193(7AD)); otherwise null
     */
    public record Terms(String address, String landlord, Landlord landlordKind, Tenancy tenancy, long rentWeekly,
                        LocalDate availableFrom, int lastsMonths, String approvedBy, LocalDate approvedOn,
                        Obligations obligations, String obligationsWords, boolean restrictedCase, String noPrivateWhy) {
    }

    /** A second officer's answer before a final offer is made. */
    public record Look(boolean agrees, String by, LocalDate on, String words) {
    }

    /**
     * @param shortWhy     why they have less time than usual; null where they have it
     * @param closedDayWhy how they can answer on a last day on which the offices are closed; null where they are open
     */
    public record Given(long letterId, LocalDate writtenOn, boolean saidFinal, boolean consequencesTold,
                        boolean reviewRightTold, LocalDate considerUntil, String shortWhy, String closedDayWhy,
                        String by) {
    }

    /**
     * @param from  by whom the council was told
     * @param words in their words; of a refusal their reasons
     */
    public record Answered(LocalDate on, How how, String from, String words, String takenBy) {
    }

    public record Reconsidered(LocalDate on, boolean suitable, String by, String words) {
    }

    public record Withdrawn(LocalDate on, String by, String words) {
    }

    /** The kinds that can be made under a duty, in order. */
    public static List<OfferKind> kinds(DutyKind duty) {
        return Arrays.stream(OfferKind.values()).filter(kind -> kind.under(duty)).toList();
    }

    /** Whether refusing it can end the duty, so that suitability is looked at again. */
    public boolean refusalHasConsequence() {
        return kind.whenRefused(duty).isPresent();
    }

    /** Whether it is a private landlord's home, which has to pass the ten points of SI 2012/2601 art 3. */
    public boolean gated() {
        return gated(kind);
    }

    public static boolean gated(OfferKind kind) {
        return kind == OfferKind.PRSO || kind == OfferKind.FINAL_ACCOMMODATION;
    }
}
