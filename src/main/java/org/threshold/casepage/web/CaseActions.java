package org.threshold.casepage.web;

import java.util.List;
import org.threshold.casefile.CaseFile;

/** What one page or a few offer on the overview of a case. Each page that changes a case brings its own links. */
interface CaseActions {

    /** @param running whether an approach of the case still runs */
    List<CaseAction> on(CaseFile file, boolean running);
}
