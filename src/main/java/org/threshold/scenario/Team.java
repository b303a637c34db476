package org.threshold.scenario;

import java.util.ArrayList;
import java.util.List;
import org.threshold.worklist.OpenStep;

/** The made-up teams, where they work and who is in them, least senior first. */
enum Team {
    NORTH("north", "North Office", List.of("officer", "remote", "senior", "leader", "manager")),
    SOUTH("south", "South Office", List.of("officer2", "senior2", "leader2", "manager"));

    private final String key;
    private final String office;
    private final List<String> people;

    Team(String key, String office, List<String> people) {
        this.key = key;
        this.office = office;
        this.people = people;
    }

    static Team of(long number) {
        return values()[(int) (number % values().length)];
    }

    static Team named(String key) {
        return key.equals(SOUTH.key) ? SOUTH : NORTH;
    }

    String key() {
        return key;
    }

    String office() {
        return office;
    }

    /** Who takes an approach at the desk. */
    String officer() {
        return people.get(0);
    }

    /** Next to last, before the manager of all teams. */
    String leader() {
        return people.get(people.size() - 2);
    }

    /** Its owner alone; where nobody has it, each in turn, as the rule of the second person leaves out some. */
    List<String> whoMayDo(OpenStep step) {
        List<String> all = new ArrayList<>();
        if (step.owner() != null) {
            all.add(step.owner());
        } else {
            all.addAll(people);
        }
        return all;
    }
}
