package org.threshold.eventlog;

/**
 * How much of a log is taken, so that no file can fill the memory.
 *
 * @param unpacked   bytes of the file, after unzipping
 * @param events     in all
 * @param activities different ones; with more, the wrong column was chosen
 * @param text       characters of one name, of a case, an activity or a resource
 * @param names      characters of all different names together
 * @param piece      characters of one element, comment or row
 */
public record Limits(long unpacked, int events, int activities, int text, long names, int piece) {

    /** Enough for the largest public logs, which have 1.2 million events in half a gigabyte. */
    public static final Limits OF_SERVICE = new Limits(768L * 1024 * 1024, 2_000_000, 5_000, 1_000, 50_000_000,
            1024 * 1024);
}
