package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.threshold.process.CaseProgress.ProcessProgress;

/**
 * Where a case is in one process, as a list that says the same as the diagram.
 *
 * @param diagram address of the model
 * @param current ids of the elements where it waits, separated by commas
 * @param done    ids of the elements behind it, separated by commas
 */
record ProgressView(String name, int version, boolean ended, String diagram, String current, String done,
                    List<Item> items) {

    /** One step or stage of the process, from left to right on the diagram. */
    record Item(String name, State state) {
    }

    enum State {
        DONE("Done"), CURRENT("Now here"), NOT_REACHED("Not reached");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static List<ProgressView> of(List<ProcessProgress> processes, String base) {
        List<ProgressView> views = new ArrayList<>();
        for (ProcessProgress process : processes) {
            views.add(new ProgressView(process.name(), process.version(), process.ended(),
                    base + "/diagram/" + views.size() + ".bpmn", String.join(",", process.currentElements()),
                    String.join(",", process.doneElements()), items(process)));
        }
        return views;
    }

    private static List<Item> items(ProcessProgress process) {
        List<Item> items = new ArrayList<>();
        for (ModelOutline.Element element : ModelOutline.of(process.xml())) {
            State state = state(element.id(), process.currentElements(), process.doneElements());
            boolean reached = state != State.NOT_REACHED;
            if (element.step() || reached && state == State.CURRENT) {
                items.add(new Item(element.name(), state));
            }
        }
        return items;
    }

    private static State state(String id, Set<String> current, Set<String> done) {
        return current.contains(id) ? State.CURRENT : done.contains(id) ? State.DONE : State.NOT_REACHED;
    }
}
