package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.CaseFileStore;
import org.threshold.casefile.store.HouseholdStore;
import org.threshold.casefile.store.MatchStore;

/** Opens cases and finds them. */
@Service
public class CaseRegister {

    /** How many cases a search shows at most: more means that more must be asked. */
    public static final int MOST_FOUND = 50;

    private final CaseFileStore files;
    private final HouseholdStore households;
    private final MatchStore matches;
    private final ContactBook contacts;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final SamePeople samePeople;
    private final Clock clock;

    CaseRegister(CaseFileStore files, HouseholdStore households, MatchStore matches, ContactBook contacts, Timeline timeline,
                 AuditTrail audit, Permissions permissions, CurrentOfficer officer, SamePeople samePeople,
                 Clock clock) {
        this.files = files;
        this.households = households;
        this.matches = matches;
        this.contacts = contacts;
        this.timeline = timeline;
        this.audit = audit;
        this.permissions = permissions;
        this.officer = officer;
        this.samePeople = samePeople;
        this.clock = clock;
    }

    /** Opens a case with status {@link CaseStatus#TRIAGE} and returns its new reference. */
    @Needs(Permission.TAKE_APPROACH)
    @Transactional
    public CaseReference open(NewCase newCase) {
        requireTeam(newCase.team());
        return open(newCase, "Approach made: " + lowerFirst(newCase.channel().title()));
    }

    /** Opens a case that a public body referred, with status {@link CaseStatus#REFERRED}: nobody has approached yet. */
    @Needs(Permission.RECEIVE_REFERRALS)
    @Transactional
    public CaseReference openReferred(NewCase newCase) {
        CaseReference reference = open(newCase, "Referred by: " + lowerFirst(newCase.referredBy().title()));
        files.updateStatus(reference, CaseStatus.REFERRED, clock.instant());
        return reference;
    }

    private CaseReference open(NewCase newCase, String headline) {
        CaseReference reference = CaseReferences.ofNumber(files.nextNumber());
        files.insert(reference, newCase, newCase.orderedFlags(), clock.instant(), officer.get().username());
        long applicant = households.insert(reference, newCase.applicant());
        contacts.begin(reference, applicant, newCase.contact(), newCase.flags().contains(CaseFlag.DO_NOT_WRITE),
                LocalDate.now(clock));
        newCase.others().forEach(person -> households.insert(reference, person));
        timeline.add(reference, "contact", headline, newCase.reason());
        audit.record(new AuditEntry(reference.value(), "case.opened", reference.value(),
                Map.of("channel", newCase.channel().name(), "team", newCase.team(),
                        "people", String.valueOf(newCase.others().size() + 1)), null, null));
        samePeople.look(reference);
        return reference;
    }

    /** An officer opens cases for their own teams; whoever sees all work, for every team. */
    private void requireTeam(String team) {
        if (!officer.get().teams().contains(team) && !permissions.allows(officer.get(), Permission.SEE_ALL_WORK)) {
            throw new NotPermitted("You cannot take an approach for this team, because you do not work in it.");
        }
    }

    /**
     * Records that a household with a case came again: the approach is joined to that case instead of opening
     * another one.
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void approachedAgain(CaseReference reference, Channel channel, String reason) {
        if (files.summary(reference).isEmpty()) {
            throw new UnknownCase(reference.value());
        }
        timeline.add(reference, "contact", "Approached again: " + lowerFirst(channel.title()), reason);
        audit.record(new AuditEntry(reference.value(), "case.approachedAgain", reference.value(),
                Map.of("channel", channel.name()), null, null));
    }

    /**
     * Cases that may concern the same people: the same last name and date of birth, National Insurance number or
     * telephone number, of anyone in the household. Newest first. Which were shown is kept; in a transaction that only
     * reads nothing is shown anew, such as while a form is checked as it is typed.
     */
    @Needs(Permission.TAKE_APPROACH)
    @Transactional
    public List<CaseMatch> possibleMatches(Person applicant, PhoneNumber phone) {
        List<CaseMatch> found = matches.duplicates(NameKey.of(applicant.familyName()), applicant.dateOfBirth(),
                applicant.nationalInsurance(), phone, MOST_FOUND);
        if (!found.isEmpty() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            audit.record(AuditEntry.search("case.matched", "the same people", references(found)));
        }
        return found;
    }

    /** Cases that answer the question, newest first, at most {@link #MOST_FOUND}. */
    @Needs(Permission.VIEW_CASES)
    @Transactional
    public List<CaseMatch> search(CaseSearch question) {
        List<CaseMatch> found = matches.search(question, MOST_FOUND);
        audit.record(AuditEntry.search("case.searched", question.kinds(), references(found)));
        return found;
    }

    private static List<String> references(List<CaseMatch> found) {
        return found.stream().map(match -> match.summary().reference().value()).toList();
    }

    private static String lowerFirst(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
