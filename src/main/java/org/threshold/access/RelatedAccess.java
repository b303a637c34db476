package org.threshold.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.store.RestrictionStore;

/** Asks each question once for a request or transaction, and only where the role alone does not decide. */
@Component
class RelatedAccess implements CaseAccess {

    /** Whoever knows the people reads the case and records contact on it, and decides nothing. */
    private static final Set<Permission> LEFT_TO_WHO_KNOWS_THEM = EnumSet.of(Permission.VIEW_CASES,
            Permission.RECORD_CONTACT, Permission.RESTRICT_CASE);

    private final CurrentOfficer current;
    private final RolePermissions table;
    private final RestrictionStore restrictions;
    private final Sight sight;
    private final ObjectProvider<CaseRelations> relations;
    private final ObjectProvider<KnownCases> cases;

    RelatedAccess(CurrentOfficer current, RolePermissions table, RestrictionStore restrictions, Sight sight,
                  ObjectProvider<CaseRelations> relations, ObjectProvider<KnownCases> cases) {
        this.current = current;
        this.table = table;
        this.restrictions = restrictions;
        this.sight = sight;
        this.relations = relations;
        this.cases = cases;
    }

    @Override
    public boolean sees(CaseKey key) {
        Officer officer = current.get();
        if (officer.equals(Officer.SERVICE)) {
            return true;
        }
        Set<String> seen = Answers.ofThisRequest().seen;
        String asked = asked(officer, key);
        if (!seen.contains(asked) && standing(officer, key) != RestrictedStanding.HIDDEN && exists(key)) {
            seen.add(asked);
        }
        return seen.contains(asked);
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
        boolean keptAway = knowsThem(officer, key) && !LEFT_TO_WHO_KNOWS_THEM.contains(permission);
        if (!standing.allows(permission) || keptAway || !sees(key)) {
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
        if (knowsThem(key)) {
            throw new NotPermitted("You cannot " + permission.words() + " here. You have said that you know these people.",
                    key);
        }
        throw new NotPermitted("You cannot " + permission.words() + why(permission, key), key);
    }

    private String why(Permission permission, CaseKey key) {
        if (!table.allows(current.get(), permission)) {
            return ". Your role does not allow it.";
        }
        return standing(current.get(), key).allows(permission)
                ? " here. The case lies with another team, and you hold none of its steps."
                : " here. The case is restricted, and this is left to " + RestrictedStanding.whoMay(permission) + ".";
    }

    @Override
    public boolean knowsThem(CaseKey key) {
        Officer officer = current.get();
        return !officer.equals(Officer.SERVICE) && knowsThem(officer, key);
    }

    @Override
    public CaseRelation relation(CaseKey key) {
        return relation(current.get(), key);
    }

    @Override
    public void known(CaseKey key, CaseRelation relation) {
        Answers answers = Answers.ofThisRequest();
        String asked = asked(current.get(), key);
        answers.seen.add(asked);
        if (relation != CaseRelation.NONE) {
            answers.relations.put(asked, relation);
        }
    }

    private boolean exists(CaseKey key) {
        return cases.orderedStream().allMatch(each -> each.exists(key.value()));
    }

    private static String asked(Officer officer, CaseKey key) {
        return officer.username() + ' ' + key.value();
    }

    private RestrictedStanding standing(Officer officer, CaseKey key) {
        return look(officer, key).standings.get(asked(officer, key));
    }

    private boolean knowsThem(Officer officer, CaseKey key) {
        return look(officer, key).knowThem.get(asked(officer, key));
    }

    private Answers look(Officer officer, CaseKey key) {
        Answers answers = Answers.ofThisRequest();
        String who = asked(officer, key);
        if (!answers.standings.containsKey(who) || !answers.knowThem.containsKey(who)) {
            RestrictionStore.Look look = restrictions.look(key.value(), sight.parameters());
            answers.standings.put(who, RestrictedStanding.valueOf(look.standing()));
            answers.knowThem.put(who, look.knowsThem());
        }
        return answers;
    }

    private CaseRelation relation(Officer officer, CaseKey key) {
        return Answers.ofThisRequest().relations.computeIfAbsent(asked(officer, key),
                ask -> relations.orderedStream().map(each -> each.of(officer, key.value()))
                        .min(Enum::compareTo).orElse(CaseRelation.NONE));
    }
}
