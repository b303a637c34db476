package org.threshold.homelessness;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.LinkStore;

/** Which other cases a case belongs with: merged ones, and earlier and later applications of the same people. */
@Service
public class CaseLinks {

    /** How a case belongs with one that became part of it. */
    public static final String MERGED_IN = "Merged into this case";

    /** @param words how it belongs with the other case */
    public record Link(String words, CaseReference other) {
    }

    private final LinkStore store;

    CaseLinks(LinkStore store) {
        this.store = store;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Link> of(CaseReference reference) {
        return store.links(reference);
    }
}
