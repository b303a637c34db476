package org.threshold.casefile;

/** The one chronological record of a case that officers read. Who and when are added from the thread and the clock. */
public interface Timeline {

    /**
     * @param kind     groups entries for filtering: {@code step}, {@code clock}, {@code decision}, {@code letter},
     *                 {@code document}, {@code note}, {@code contact}, {@code system}
     * @param headline one plain sentence
     * @param detail   further text, or null
     */
    void add(CaseReference reference, String kind, String headline, String detail);
}
