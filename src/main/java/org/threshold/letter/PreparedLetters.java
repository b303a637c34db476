package org.threshold.letter;

import java.util.List;
import java.util.Map;
import org.threshold.casefile.CaseReference;

/** What a room has prepared and would issue as a letter, so that it can be read before it is. */
public interface PreparedLetters {

    List<Prepared> of(CaseReference reference);

    /**
     * One letter to the applicant that is not issued yet.
     *
     * @param key   names it within its case, such as {@code decision-12}
     * @param about what it is, to an officer
     * @param model as it would be issued today
     */
    record Prepared(String key, String about, String template, Map<String, Object> model) {
    }
}
