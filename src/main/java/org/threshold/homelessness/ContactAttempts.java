package org.threshold.homelessness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.ContactStore;

/** Every try to reach a household, and whether they are enough to say that contact is lost. */
@Service
public class ContactAttempts {

    private final ContactStore store;
    private final LostContactRule rule;
    private final CaseFiles cases;
    private final CaseRecord record;

    ContactAttempts(ContactStore store, LostContactRule rule, CaseFiles cases, CaseRecord record) {
        this.store = store;
        this.rule = rule;
        this.cases = cases;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ContactAttempt> of(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * @param on today or earlier
     * @throws NotPossible when the day is in the future, or the applicant has died
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void record(CaseReference reference, LocalDate on, ContactWay way, boolean reached, String what) {
        String by = record.by();
        if (cases.summary(reference).status() == CaseStatus.DECEASED) {
            throw new NotPossible("The applicant has died. Nobody may be written to, rung or visited in their name.");
        }
        if (on.isAfter(record.today())) {
            throw new NotPossible("The day of the attempt must be today or in the past");
        }
        store.insert(reference, new ContactAttempt(on, way, reached, what, by), record.now());
        record.tell(reference, "contact", way == ContactWay.THEY_CAME ? way.title()
                : way.title() + (reached ? ": reached them" : ": did not reach them"), what);
        record.audit(reference, "contact.tried", reference,
                Map.of("way", way.name(), "reached", String.valueOf(reached), "triedOn", on.toString()), null);
    }

    /** What the council's rule still asks for before contact counts as lost, as a sentence; empty when it is enough. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> missing(CaseReference reference) {
        List<ContactAttempt> inVain = sinceReached(store.of(reference));
        long ways = inVain.stream().map(ContactAttempt::way).distinct().count();
        long days = inVain.isEmpty() ? 0
                : ChronoUnit.DAYS.between(inVain.get(inVain.size() - 1).triedOn(), inVain.get(0).triedOn());
        if (inVain.size() >= rule.attempts() && ways >= rule.ways() && days >= rule.days()) {
            return Optional.empty();
        }
        return Optional.of("Contact counts as lost after " + count(rule.attempts(), "attempt") + " in "
                + count(rule.ways(), "different way") + " over " + count(rule.days(), "day") + ". On record since they"
                + " were last reached: " + count(inVain.size(), "attempt") + " in " + count(ways, "way") + " over "
                + count(days, "day") + ". Record further attempts on the case");
    }

    /** The attempts after the last contact, newest first. */
    private static List<ContactAttempt> sinceReached(List<ContactAttempt> newestFirst) {
        return newestFirst.stream().takeWhile(attempt -> !attempt.reached()).toList();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
