package org.threshold.accommodation;

import java.util.List;

/**
 * A unit that is free, as seen for a household.
 *
 * @param outside   in another district
 * @param metres    as the crow flies to the furthest of the children's schools, or where none is known to the middle of
 *                  the council's district; null when not known
 * @param refusal   why it must not be used for them at all, in words, or null
 * @param shortfall what they need and it does not have, in words; it can be used where nothing better is free
 * @param remarks   what to know before it is used, such as a check that is not recorded
 */
public record Candidate(Unit unit, String districtName, boolean outside, Integer metres, String refusal,
                        List<String> shortfall, List<String> remarks) {

    public Candidate {
        shortfall = List.copyOf(shortfall);
        remarks = List.copyOf(remarks);
    }

    public boolean bedAndBreakfast() {
        return unit.bedAndBreakfast();
    }

    public boolean fits() {
        return refusal == null && shortfall.isEmpty();
    }

    /** Why it is not right for them, from the facts; null when it is right. */
    public String whyNot() {
        return refusal != null ? refusal : shortfall.isEmpty() ? null : String.join(". ", shortfall);
    }
}
