package org.threshold.caseload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.threshold.accommodation.Words;

/**
 * One upload and what became of it.
 *
 * @param contentHash of all files together; what is brought over are the very bytes that were checked
 * @param interrupted whether it was being brought over and nobody does so any more
 */
public record CaseloadImport(long id, Instant uploadedAt, String uploadedBy, DateOrder order, String contentHash,
                             State state, boolean interrupted, String appliedBy, Instant appliedAt,
                             Instant finishedAt) {

    public enum State {
        UNREADABLE("Cannot be read"), CHECKED("Checked, nothing brought over yet"), RUNNING("Being brought over"),
        STOPPED("Stopped"), DONE("Brought over");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What became of a household of the files. */
    public enum Fate { READY, REFUSED, ALREADY, CHANGED, IMPORTED }

    /** The rows of one file: read is the sum of all others. */
    public record Total(String name, int read, int imported, int ready, int refused, int already, int changed) {

        public boolean reconciles() {
            return read == imported + ready + refused + already + changed;
        }
    }

    /** The sum of the balances in the files, in pence: read is the sum of all others. */
    public record Money(long read, long imported, long ready, long refused, long already, long changed) {

        public boolean reconciles() {
            return read == imported + ready + refused + already + changed;
        }

        /** '£1,234.50'. */
        public String pounds(long pence) {
            return Words.pounds(pence);
        }
    }

    /**
     * How far it has come and what it consists of.
     *
     * @param totals   one for each file, in order
     * @param balances the sum of what the households owed
     * @param statuses households that were or will be brought over, by where they stand
     * @param late     households whose statutory clock had run out already, by clock
     */
    public record Report(List<Total> totals, Money balances, Map<String, Integer> statuses, Map<String, Integer> late,
                         int remarks, int mentions) {

        public Total households() {
            return totals.get(0);
        }

        /** Of the households that can be brought over, how many are, in per cent. */
        public int percent() {
            int all = households().imported() + households().ready();
            return all == 0 ? 100 : 100 * households().imported() / all;
        }
    }

    public String title() {
        return interrupted ? "Interrupted" : state.title();
    }

    public boolean startable() {
        return state == State.CHECKED || state == State.STOPPED || interrupted;
    }

    public boolean running() {
        return state == State.RUNNING && !interrupted;
    }
}
