package org.threshold.worklist;

import java.util.Set;

/**
 * What narrows a list. Empty sets, nulls and false mean 'any'. It never holds a name or a date of birth, so that it
 * may stand in an address and be saved.
 *
 * @param teams    keys of teams, within what the officer may see
 * @param lanes    priority lanes
 * @param elements BPMN elements, such as {@code task_recordAssessment}
 * @param flag     one flag label
 */
public record StepFilter(Set<String> teams, Set<String> lanes, Set<String> elements, String flag, boolean overdue,
                         boolean inPerson, boolean onHold, boolean free) {

    public static final StepFilter NONE =
            new StepFilter(Set.of(), Set.of(), Set.of(), null, false, false, false, false);

    public StepFilter {
        teams = Set.copyOf(teams);
        lanes = Set.copyOf(lanes);
        elements = Set.copyOf(elements);
        flag = flag == null || flag.isBlank() ? null : flag;
    }

    public boolean narrows() {
        return !equals(NONE);
    }
}
