package org.threshold.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form that was sent when the session had already ended: not acted on, only kept for whoever typed it.
 *
 * @param path   what it was sent to
 * @param page   the page it was on
 * @param fields what was typed, by name, as it came; without the token and without passwords
 */
public record KeptForm(String id, String path, String page, Map<String, List<String>> fields, Instant at) {

    /** The request's attribute under which a page that is asked for again finds what was typed. */
    public static final String ATTRIBUTE = "org.threshold.access.KeptForm";

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return "KeptForm of " + fields.size() + " fields";
    }
}
