package org.threshold.casefile;

import org.threshold.access.CaseKey;

/**
 * The human-readable reference of a case, unique, with a check character; also the engine's business key.
 * Construct one only from text that was checked ({@code CaseReferences.parse}) or just issued.
 */
public record CaseReference(String value) implements CaseKey {

    @Override
    public String toString() {
        return value;
    }
}
