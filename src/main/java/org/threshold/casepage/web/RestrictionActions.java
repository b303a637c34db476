package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.casefile.CaseFile;

/** Offers to restrict a case. On a restricted one, the notice at the top of each page leads to who may see it. */
@Component
class RestrictionActions implements CaseActions {

    private final RestrictedCases restricted;
    private final CaseAccess access;

    RestrictionActions(RestrictedCases restricted, CaseAccess access) {
        this.restricted = restricted;
        this.access = access;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return access.allows(Permission.RESTRICT_CASE, file.reference())
                && restricted.seen(file.reference().value()).isEmpty()
                ? List.of(new CaseAction(CaseAction.Group.EVERYDAY, 70, "Restrict this case", "/access")) : List.of();
    }
}
