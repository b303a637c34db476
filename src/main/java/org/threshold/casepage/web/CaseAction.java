package org.threshold.casepage.web;

/**
 * Something that an officer may do on a case outside its steps, as a link on its overview.
 *
 * @param order where it stands in its group, smallest first
 * @param path  follows the case's own address
 * @param now   whether the case waits for just this
 */
record CaseAction(Group group, int order, String title, String path, boolean now) {

    /** The lists that the links stand in. */
    enum Group {
        EVERYDAY("Do"), EVENT("Something happened"), RECORD("Put the record right");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    CaseAction(Group group, int order, String title, String path) {
        this(group, order, title, path, false);
    }
}
