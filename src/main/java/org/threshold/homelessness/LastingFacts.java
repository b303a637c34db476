package org.threshold.homelessness;

import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** What another subject has done on a case that cannot be taken back, so that the case cannot count as an error. */
public interface LastingFacts {

    /** A sentence to the officer; empty when there is nothing. */
    Optional<String> of(CaseReference reference);
}
