package org.threshold.homelessness;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Role;
import org.threshold.audit.AuditHistory;
import org.threshold.audit.AuditRecord;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.InvolvementStore;

/**
 * The one rule of four eyes: whether the current officer may be the second to sign what somebody else has prepared.
 * Every service that records a second signature asks here, in the same transaction.
 */
@Service
public class SecondSignature {

    /** What is signed. */
    public enum Matter { DECISION, END_OF_DUTY, NON_COOPERATION_NOTICE, REFERRAL }

    private final CurrentOfficer current;
    private final People people;
    private final Permissions permissions;
    private final HouseRules rules;
    private final InvolvementStore involvement;
    private final AuditHistory audit;

    SecondSignature(CurrentOfficer current, People people, Permissions permissions, HouseRules rules,
                    InvolvementStore involvement, AuditHistory audit) {
        this.current = current;
        this.people = people;
        this.permissions = permissions;
        this.rules = rules;
        this.involvement = involvement;
        this.audit = audit;
    }

    /**
     * Usernames of everyone who took part in the case: none of them may authorise a s193B notice on it. What they left
     * in this room's records counts, and whatever else the audit has of them on the case, such as a note or the approach
     * itself. The same goes for a case that was merged into this one. To be given a step, to give one to somebody, or to have sent this very notice back is not to take part.
     */
    public Set<String> involved(CaseReference reference) {
        Set<String> all = new HashSet<>(involvement.involved(reference));
        audit.of(reference.value()).stream().filter(SecondSignature::takesPart).map(AuditRecord::who)
                .forEach(all::add);
        involvement.mergedInto(reference).forEach(merged -> all.addAll(involved(merged)));
        return all;
    }

    private static boolean takesPart(AuditRecord entry) {
        return !entry.action().startsWith("step.") && !entry.action().equals(CooperationRefusals.SENT_BACK);
    }

    /** Whether the matter needs a second officer in this council. For a s193B notice the law says so. */
    public boolean needed(Matter matter) {
        return switch (matter) {
            case DECISION, REFERRAL -> rules.signDecisions();
            case END_OF_DUTY -> rules.signEndings();
            case NON_COOPERATION_NOTICE -> true;
        };
    }

    /**
     * Why the current officer may not sign, in words to them, or empty when they may.
     *
     * @param first    username of the officer who prepared it
     * @param involved usernames of all who took part in the case; only a s193B notice asks
     */
    public Optional<String> refusal(Matter matter, String first, Collection<String> involved) {
        if (!needed(matter)) {
            return Optional.empty();
        }
        Officer second = current.get();
        if (second.username().equals(first)) {
            return Optional.of("You cannot sign your own work. Another officer must sign it.");
        }
        if (!permissions.allows(second, Permission.SIGN_AS_SECOND_OFFICER)) {
            return Optional.of("You cannot sign as the second officer. Your role does not allow it.");
        }
        if (matter == Matter.NON_COOPERATION_NOTICE) {
            return refusalOfNotice(second, first, involved);
        }
        if (rules.seniorSigns() && second.seniority() < Role.SENIOR_OFFICER.seniority()) {
            return Optional.of("You cannot sign this. A senior officer must sign it.");
        }
        return Optional.empty();
    }

    /** @throws NotPermitted with the words of {@link #refusal} */
    public void require(Matter matter, String first, Collection<String> involved) {
        refusal(matter, first, involved).ifPresent(why -> {
            throw new NotPermitted(why);
        });
    }

    /** At least as senior, works for the authority, not involved (reg 3 of SI 2018/223). */
    private Optional<String> refusalOfNotice(Officer second, String first, Collection<String> involved) {
        if (!second.worksForAuthority()) {
            return Optional.of("You cannot authorise this notice. Only someone who works for the council can.");
        }
        int firstSeniority = people.find(first).map(Officer::seniority).orElse(Integer.MAX_VALUE);
        if (second.seniority() < firstSeniority) {
            return Optional.of("You cannot authorise this notice. It needs an officer at least as senior as the one"
                    + " who decided it.");
        }
        if (involved.contains(second.username())) {
            return Optional.of("You cannot authorise this notice, because you took part in the case.");
        }
        return Optional.empty();
    }
}
