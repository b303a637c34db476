package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many attempts, after which every table holds what it held. To look at all tables takes longer than most attempts: it
 * is done once for all of them, and for each of them only where something has moved.
 */
final class Unmoved {

    private static final int MOST_FOUND = 5;

    private final AllTables tables;
    private final Set<String> mayMove;
    private final Map<String, Runnable> attempts = new LinkedHashMap<>();

    /** @param mayMove tables that may change, such as that of drafts */
    Unmoved(AllTables tables, Set<String> mayMove) {
        this.tables = tables;
        this.mayMove = mayMove;
    }

    /** @param attempt sends and looks at the answer; it must be possible to make it twice */
    void attempt(String name, Runnable attempt) {
        attempts.put(name, attempt);
    }

    int size() {
        return attempts.size();
    }

    /** Makes them all; every wrong answer is said, and whichever changed something. */
    void make() {
        Map<String, String> before = held();
        List<String> wrong = new ArrayList<>();
        attempts.forEach((name, attempt) -> tell(name, attempt, wrong));
        Map<String, String> moved = held();
        moved.entrySet().removeAll(before.entrySet());
        if (!moved.isEmpty()) {
            wrong.add("Something moved: " + moved.keySet());
            search(List.copyOf(attempts.keySet()), wrong, wrong.size() + MOST_FOUND);
        }
        assertThat(wrong).isEmpty();
    }

    private static void tell(String name, Runnable attempt, List<String> wrong) {
        try {
            attempt.run();
        } catch (AssertionError | RuntimeException answer) {
            wrong.add(name + ": " + String.valueOf(answer.getMessage()).strip().replaceAll("\\s+", " "));
        }
    }

    /** Makes them again by halves, so that few looks at the tables lead to whoever moves them. */
    private void search(List<String> names, List<String> found, int most) {
        if (found.size() >= most) {
            return;
        }
        Map<String, String> before = held();
        names.forEach(name -> tell(name, attempts.get(name), new ArrayList<>()));
        Map<String, String> after = held();
        after.entrySet().removeAll(before.entrySet());
        if (after.isEmpty()) {
            return;
        }
        if (names.size() == 1) {
            found.add(names.get(0) + " moved " + after.keySet());
            return;
        }
        search(names.subList(0, names.size() / 2), found, most);
        search(names.subList(names.size() / 2, names.size()), found, most);
    }

    private Map<String, String> held() {
        Map<String, String> held = tables.held();
        held.keySet().removeAll(mayMove);
        return held;
    }
}
