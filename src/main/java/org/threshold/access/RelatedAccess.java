package org.threshold.access;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.store.RestrictionStore;

/** Asks each question once for a request or transaction, and only where the role alone does not decide. */
@Component
class RelatedAccess implements CaseAccess {

    private final CurrentOfficer current;
    private final RolePermissions table;
    private final RestrictionStore restrictions;
    private final Sight sight;
    private final ObjectProvider<CaseRelations> relations;

    RelatedAccess(CurrentOfficer current, RolePermissions table, RestrictionStore restrictions, Sight sight,
                  ObjectProvider<CaseRelations> relations) {
        this.current = current;
        this.table = table;
        this.restrictions = restrictions;
        this.sight = sight;
        this.relations = relations;
    }

    @Override
    public boolean sees(CaseKey key) {
        Officer officer = current.get();
        return officer.equals(Officer.SERVICE) || standing(officer, key) != RestrictedStanding.HIDDEN;
    }

    @Override
    public void requireSight(CaseKey key) {
        if (!sees(key)) {
            throw new NoSuchCase(key.value());
        }
    }

    @Override
    public boolean allows(Permission permission, CaseKey key) {
        Officer officer = current.get();
        if (officer.equals(Officer.SERVICE)) {
            return table.allows(officer, permission);
        }
        RestrictedStanding standing = standing(officer, key);
        if (!standing.allows(permission)) {
            return false;
        }
        return switch (table.reach(officer, permission)) {
            case NO_CASE -> false;
            case ANY_CASE -> true;
            case RELATED_CASES -> standing.isRelated() || relation(officer, key) != CaseRelation.NONE;
        };
    }

    @Override
    public void require(Permission permission, CaseKey key) {
        requireSight(key);
        if (allows(permission, key)) {
            return;
        }
        boolean role = table.allows(current.get(), permission);
        throw new NotPermitted("You cannot " + permission.words() + (role ? " here. The case lies with another team, and"
                + " you hold none of its steps." : ". Your role does not allow it."));
    }

    @Override
    public CaseRelation relation(CaseKey key) {
        return relation(current.get(), key);
    }

    @Override
    public void known(CaseKey key, CaseRelation relation) {
        Answers answers = Answers.ofThisRequest();
        String who = current.get().username() + ' ' + key.value();
        answers.relations.put(who, relation);
    }

    private RestrictedStanding standing(Officer officer, CaseKey key) {
        Map<String, RestrictedStanding> known = Answers.ofThisRequest().standings;
        return known.computeIfAbsent(officer.username() + ' ' + key.value(), ask -> Optional.of(key.value())
                .flatMap(reference -> restrictions.standing(reference, sight.parameters()))
                .map(RestrictedStanding::valueOf).orElse(RestrictedStanding.ORDINARY));
    }

    private CaseRelation relation(Officer officer, CaseKey key) {
        return Answers.ofThisRequest().relations.computeIfAbsent(officer.username() + ' ' + key.value(),
                ask -> relations.orderedStream().map(each -> each.of(officer, key.value()))
                        .min(Enum::compareTo).orElse(CaseRelation.NONE));
    }
}
