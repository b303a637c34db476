package org.threshold.access;

import java.util.Set;

/**
 * What waits for a second person.
 *
 * @param about the case
 * @param by    who prepared it: usernames, or names of people who have no account here
 */
public record Prepared(FourEyes rule, CaseKey about, Set<String> by) {

    public Prepared {
        by = Set.copyOf(by);
    }

    public static Prepared by(FourEyes rule, CaseKey about, String username) {
        return new Prepared(rule, about, Set.of(username));
    }
}
