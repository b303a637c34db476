package org.threshold.access;

import java.util.Set;

/**
 * What waits for a second person.
 *
 * @param about the case
 * @param by    who prepared it: usernames, or names of people who have no account here
 * @param part  who took part in it besides, such as with the inquiries that it rests on: they may not be the second person,
 *              and their rank does not matter
 */
public record Prepared(FourEyes rule, CaseKey about, Set<String> by, Set<String> part) {

    public Prepared {
        by = Set.copyOf(by);
        part = Set.copyOf(part);
    }

    public Prepared(FourEyes rule, CaseKey about, Set<String> by) {
        this(rule, about, by, Set.of());
    }

    public static Prepared by(FourEyes rule, CaseKey about, String username) {
        return new Prepared(rule, about, Set.of(username));
    }
}
