package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactCarrying;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.homelessness.store.LinkStore;

/**
 * The same household asks again after its case has ended. A new application is a new one unless its facts are exactly
 * those of the last decision; which of the two it is, an officer says and gives reasons (s183, s184).
 */
@Service
public class Reapplications {

    /** Why there is, or is not, a new application. */
    public enum Why {
        FACTS_CHANGED("Something is different from what was decided on"),
        SAME_FACTS("The facts are exactly the same as those decided on"),
        SURVIVING_MEMBER("The applicant has died, and someone of the household needs help");

        private final String title;

        Why(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final LinkStore store;
    private final Approaches approaches;
    private final CaseRegister register;
    private final CaseDetails details;
    private final ContactCarrying contacts;
    private final Decisions decisions;
    private final Duties duties;
    private final AtRisk atRisk;
    private final CaseRecord record;

    Reapplications(LinkStore store, Approaches approaches, CaseRegister register, CaseDetails details,
                   ContactCarrying contacts, Decisions decisions, Duties duties, AtRisk atRisk,
                   CaseRecord record) {
        this.store = store;
        this.approaches = approaches;
        this.register = register;
        this.details = details;
        this.contacts = contacts;
        this.decisions = decisions;
        this.duties = duties;
        this.atRisk = atRisk;
        this.record = record;
    }

    /** The case that this one follows, where there is one. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CaseReference> previous(CaseReference reference) {
        return store.previous(reference);
    }

    /** Whether someone of the household has asked again after the applicant died. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean survivorsHelped(CaseReference reference) {
        return store.survivorApplied(reference);
    }

    /** What was decided and done on a case, in a few lines, for whoever triages the next application. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> history(CaseReference reference) {
        List<String> lines = new ArrayList<>();
        for (Decision made : decisions.of(reference)) {
            if (made.status() == Decision.Status.ISSUED) {
                lines.add("Decision on " + Words.day(made.issuedOn()) + ": " + made.outcome().title());
            }
        }
        for (Duty duty : duties.of(reference)) {
            lines.add(duty.kind().title() + " from " + Words.day(duty.startedOn()) + (duty.running() ? ", still owed"
                    : " to " + Words.day(duty.endedOn()) + ": " + duty.endReason().words()));
        }
        lines.add("Ended as: " + details.of(reference).status().title());
        return lines;
    }

    /**
     * The facts are the same: no new application is made, and the reasons are kept with the case.
     *
     * @throws NotPossible when nothing was ever decided, so that there are no facts to compare with
     */
    @Needs(Permission.TAKE_APPROACH)
    @Transactional
    public void sameFacts(CaseReference previous, Channel channel, String reasons) {
        requireFinished(details.of(previous));
        if (decisions.of(previous).stream().noneMatch(made -> made.status() == Decision.Status.ISSUED)) {
            throw new NotPossible("Nothing was decided on this case, so the facts cannot be the same as those decided"
                    + " on. Take a new application.");
        }
        register.approachedAgain(previous, channel, reasons);
        store.insertReapplication(previous, null, Why.SAME_FACTS, reasons, record.by(), record.now());
        record.audit(previous, "approach.sameFacts", previous, Map.of(), reasons, "s184(1)");
    }

    /**
     * Opens a case for the household as it is on the finished one, linked to it, and restricted where that one is.
     *
     * @param applicant id of the household member who applies now
     * @param team      key of one of the officer's teams
     */
    @Needs(Permission.TAKE_APPROACH)
    @Transactional
    public CaseReference again(CaseReference previous, long applicant, Channel channel, String team, String reasons) {
        CaseFile file = details.of(previous);
        requireFinished(file);
        HouseholdMember applies = file.household().stream().filter(member -> member.id() == applicant)
                .filter(HouseholdMember::present).findFirst()
                .orElseThrow(() -> new NotPossible("Select someone of the household."));
        boolean died = file.status() == CaseStatus.DECEASED;
        if (died && applies.mainApplicant()) {
            throw new NotPossible(applies.person().name() + " has died. Select someone else of the household.");
        }
        Why why = died ? Why.SURVIVING_MEMBER : Why.FACTS_CHANGED;
        NewCase next = new NewCase(team, channel, null, as(applies.person(), Relationship.MAIN_APPLICANT),
                others(file, applies, died), onlyTheLanguage(file), Set.copyOf(file.needs()), flags(file), null, reasons);
        CaseReference reference = approaches.take(new NewApproach(next));
        atRisk.restrictAs(previous, reference, team);
        contacts.carry(reference, previous);
        store.insertReapplication(previous, reference, why, reasons, record.by(), record.now());
        record.tell(previous, "contact", "A new application was made: case " + reference, reasons);
        record.tell(reference, "contact", "Follows case " + previous, why.title());
        record.audit(reference, "approach.again", previous, Map.of("why", why.name()), reasons, "s183, s184");
        return reference;
    }

    /** How people are reached is carried over for each of them, never from one to another. */
    private static ContactDetails onlyTheLanguage(CaseFile file) {
        return new ContactDetails(null, null, null, null, null, null, file.contact().language());
    }

    private static Set<CaseFlag> flags(CaseFile file) {
        return file.flags().stream().filter(flag -> flag != CaseFlag.DO_NOT_WRITE).collect(Collectors.toSet());
    }

    private void requireFinished(CaseFile file) {
        Cancellations.requireOwnCase(file.status());
        if (approaches.running(file.reference())) {
            throw new NotPossible("This approach has not finished. What is new belongs on it.");
        }
    }

    private static List<Person> others(CaseFile file, HouseholdMember applies, boolean died) {
        return file.household().stream().filter(HouseholdMember::present).filter(member -> member != applies)
                .filter(member -> !(died && member.mainApplicant()))
                .map(member -> as(member.person(), relationship(member.person().relationship(), applies))).toList();
    }

    /** Children of the household stay children for a partner; who anyone else is to the new applicant must be asked. */
    private static Relationship relationship(Relationship before, HouseholdMember applies) {
        Relationship own = applies.person().relationship();
        if (own == Relationship.MAIN_APPLICANT || own == Relationship.PARTNER && before == Relationship.CHILD) {
            return before;
        }
        return before == Relationship.EXPECTED_CHILD ? before : Relationship.OTHER_RELATIVE;
    }

    private static Person as(Person person, Relationship relationship) {
        return new Person(person.givenName(), person.familyName(), person.dateOfBirth(), relationship,
                person.nationalInsurance(), person.inEducation(), person.sex());
    }
}
