package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * A decision on accommodation until a review (s188(3)) or an appeal (s204(4)) is decided.
 *
 * @param appeal whether it is until the appeal
 */
public record ReviewAccommodation(long id, long reviewId, boolean appeal, Considered considered, LocalDate on,
                                  String by) {

    /**
     * What R (Mohammed) v Camden LBC (1997) 30 HLR 315 asks for, each in the officer's words.
     *
     * @param merits        the merits of their case that the decision was wrong
     * @param newMaterial   new material, information or argument that could change it
     * @param circumstances their personal circumstances and what a refusal would mean for them
     */
    public record Considered(boolean granted, String merits, String newMaterial, String circumstances, String reasons) {
    }

    public String provision() {
        return appeal ? "s204(4)" : "s188(3)";
    }
}
