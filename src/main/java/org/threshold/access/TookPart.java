package org.threshold.access;

import java.util.Set;

/** Asked of the rooms that know who did what on a case, where the law wants somebody who took no part in it. */
public interface TookPart {

    /** Usernames of everyone who took part in the case, or in one that was merged into it. */
    Set<String> in(CaseKey key);
}
