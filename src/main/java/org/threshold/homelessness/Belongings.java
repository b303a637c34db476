package org.threshold.homelessness;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * What the council keeps safe for a household (s211).
 *
 * @param danger    what may be lost or damaged, and how
 * @param whyUnable why the household cannot protect it
 * @param what      what it is, in a few lines
 * @param underDuty whether a duty to the household makes this a duty too (s211(2)); otherwise it is a power (s211(3))
 * @param endedOn   null while it goes on, as the reason
 */
public record Belongings(long id, CaseReference caseReference, LocalDate startedOn, String danger, String whyUnable,
                         String what, boolean underDuty, LocalDate endedOn, End end, String endWords) {

    /** Why the protection ends. */
    public enum End {
        COLLECTED("They have collected them"),
        NO_DANGER("There is no danger of loss or damage any more"),
        OWN_ARRANGEMENTS("They have made arrangements of their own"),
        NOT_CLAIMED("They did not collect them, and the danger has passed"),
        DIED("The applicant has died, and the belongings were handed over");

        private final String words;

        End(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Where they are and on which terms, as found at one visit.
     *
     * @param keyHeldBy null when there is no key
     * @param charges   what the household was told about charges
     * @param access    how and when the household can get at them
     */
    public record Check(LocalDate checkedOn, String storedAt, String inventory, String keyHeldBy, String charges,
                        String access, String notes, LocalDate nextCheckOn) {
    }

    public boolean running() {
        return endedOn == null;
    }
}
