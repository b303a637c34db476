package org.threshold.board;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * One thing that a measure counts, and the case that it is of.
 *
 * @param stepId the step that it is, or null where it is a case, whose next step is looked up
 * @param what   in a few words, such as the name of the unit
 * @param href   the page about it, or null
 * @param figure such as '£55 a night' or '38 of 42 nights', or null
 * @param order  the figure as a number
 * @param day    since when, or until when; null where there is none
 */
public record NowItem(CaseReference reference, String stepId, String what, String href, String figure, double order,
                      LocalDate day) {

    static NowItem of(CaseReference reference, String what, LocalDate day) {
        return new NowItem(reference, null, what, null, null, 0, day);
    }
}
