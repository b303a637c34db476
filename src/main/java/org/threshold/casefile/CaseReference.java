package org.threshold.casefile;

/**
 * The human-readable reference of a case, unique, with a check character; also the engine's business key.
 * Construct one only from text that was checked ({@code CaseReferences.parse}) or just issued.
 */
public record CaseReference(String value) {

    @Override
    public String toString() {
        return value;
    }
}
