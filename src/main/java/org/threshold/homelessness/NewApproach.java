package org.threshold.homelessness;

import org.threshold.casefile.NewCase;

/** A household that approaches the council: what its new case file opens with. */
public record NewApproach(NewCase newCase) {
}
