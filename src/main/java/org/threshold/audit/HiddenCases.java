package org.threshold.audit;

import java.util.Map;

/** Which cases whoever acts may know of; {@code access} knows. The audit shows nothing of the others. */
public interface HiddenCases {

    /** SQL that is true where they may know of the case whose reference the column holds. */
    String seen(String column);

    /** The named parameters of {@link #seen}. */
    Map<String, Object> parameters();
}
