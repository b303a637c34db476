package org.threshold.caseload;

import java.util.Map;

/**
 * One row as it stands in a file.
 *
 * @param line   where it begins, the headings being line 1
 * @param values by heading, trimmed; what is empty is absent
 */
record Row(Sheet sheet, int line, Map<String, String> values) {

    /** The household's reference, or null. */
    String reference() {
        return values.get(Sheet.REFERENCE);
    }
}
