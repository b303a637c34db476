package org.threshold.homelessness;

import java.util.List;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;

/** What another room notified that can be reviewed, such as the suitability of a home that was offered. */
public interface ReviewableElsewhere {

    /** Latest first; the keys begin with a word of the room's own, such as {@code offer-}. */
    List<Reviewable> of(CaseReference reference);
}
