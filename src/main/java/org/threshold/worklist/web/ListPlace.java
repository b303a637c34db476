package org.threshold.worklist.web;

import jakarta.servlet.http.HttpSession;
import org.threshold.worklist.StepList;

/** Where an officer was last in a list, so that every way back leads to the same filter and the same rows. */
final class ListPlace {

    private static final String ATTRIBUTE = ListPlace.class.getName();

    private ListPlace() {
    }

    static void remember(HttpSession session, String address) {
        session.setAttribute(ATTRIBUTE, address);
    }

    static String of(HttpSession session) {
        Object address = session.getAttribute(ATTRIBUTE);
        return address == null ? StepList.MINE.path() : address.toString();
    }
}
