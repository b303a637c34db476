package org.threshold.nextaction;

import java.util.List;
import org.threshold.casefile.CaseReference;

/** A room that knows facts which ask for an action. It leaves out cases of which the current officer may not know. */
public interface ProposalSource {

    /**
     * What is proposed and not answered yet, most urgent first, at most {@link NextActions#MOST} of each kind.
     *
     * @param only one case, or null for all
     */
    List<Proposal> propose(CaseReference only);
}
