package org.threshold.homelessness;

import java.util.Map;
import org.threshold.casefile.CaseReference;

/** What another room knows of a household before it is triaged, for the officer who triages. */
public interface KnownBefore {

    /** First answers by the form's keys, and lines to read under {@code beside}; empty when nothing is known. */
    Map<String, Object> of(CaseReference reference);
}
