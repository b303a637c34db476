package org.threshold.access;

import org.springframework.stereotype.Component;
import org.threshold.access.store.RestrictionStore;
import org.threshold.audit.ViewerRelation;

/** Says to the record of views what whoever looks has to do with the case. */
@Component
class RelatedViewer implements ViewerRelation {

    private final CaseAccess access;
    private final CurrentOfficer current;
    private final RestrictionStore restrictions;
    private final Sight sight;

    RelatedViewer(CaseAccess access, CurrentOfficer current, RestrictionStore restrictions, Sight sight) {
        this.access = access;
        this.current = current;
        this.restrictions = restrictions;
        this.sight = sight;
    }

    @Override
    public String to(String caseReference) {
        RestrictedStanding standing = standing(caseReference);
        return standing.isRelated() ? standing.name() : access.relation(() -> caseReference).name();
    }

    /** The guard asked already in most requests. */
    private RestrictedStanding standing(String caseReference) {
        return Answers.ofThisRequest().standings.computeIfAbsent(current.get().username() + ' ' + caseReference,
                ask -> restrictions.standing(caseReference, sight.parameters()).map(RestrictedStanding::valueOf)
                        .orElse(RestrictedStanding.ORDINARY));
    }
}
