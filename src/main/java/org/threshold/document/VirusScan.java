package org.threshold.document;

/** Looks for viruses. The council names its scanner; where it names none, nothing is scanned, and pages say so. */
public interface VirusScan {

    /**
     * What the scanner said.
     *
     * @param found the scanner's own name for the virus; null where none was found
     */
    record Verdict(ScanState state, String found) {

        static final Verdict NOT_SCANNED = new Verdict(ScanState.NOT_SCANNED, null);
        static final Verdict WAITING = new Verdict(ScanState.WAITING, null);
        static final Verdict CLEAN = new Verdict(ScanState.CLEAN, null);

        static Verdict infected(String found) {
            return new Verdict(ScanState.INFECTED, found);
        }
    }

    /** Whether there is a scanner to ask. */
    boolean isSet();

    /** Never throws: a scanner that does not answer is one that is waited for. Call it outside transactions. */
    Verdict scan(byte[] content);
}
