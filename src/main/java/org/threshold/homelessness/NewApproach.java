package org.threshold.homelessness;

import org.threshold.access.RestrictionKind;
import org.threshold.casefile.NewCase;

/**
 * A household that approaches the council: what its new case file opens with.
 *
 * @param restriction why the case is restricted before anybody else sees it; null where it is an ordinary one
 */
public record NewApproach(NewCase newCase, Restricted restriction) {

    /** @param reason why, in a few words */
    public record Restricted(RestrictionKind kind, String reason) {
    }

    public NewApproach(NewCase newCase) {
        this(newCase, null);
    }
}
