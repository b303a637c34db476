package org.threshold.accommodation;

/**
 * The facts from which it follows whether a unit is bed and breakfast.
 *
 * @param privateDwelling a private dwelling, which has not counted since 1 June 2022 (SI 2022/521)
 */
public record Facilities(RunBy runBy, boolean privateDwelling, boolean selfContained, Share cooking, Share toilet,
                         Share washing) {

    public enum RunBy { COUNCIL, REGISTERED_PROVIDER, VOLUNTARY_ORGANISATION, PRIVATE }

    public enum Share { OWN, SHARED, NONE }

    /**
     * Bed and breakfast in the meaning of the Homelessness (Suitability of Accommodation) (England) Order 2003, SI
     * 2003/3326 art 2: not separate and self-contained premises, and cooking is not provided or any of toilet, personal
     * washing and cooking is shared between households; not where a council, a registered provider or a voluntary
     * organisation owns or manages it, and not a private dwelling.
     */
    public boolean bedAndBreakfast() {
        boolean shared = cooking != Share.OWN || toilet == Share.SHARED || washing == Share.SHARED;
        return !selfContained && shared && runBy == RunBy.PRIVATE && !privateDwelling;
    }
}
