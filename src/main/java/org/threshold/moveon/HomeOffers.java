package org.threshold.moveon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.moveon.HomeOffer.Terms;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;

/** Offers of settled homes: prepared, answered, taken back; the law of their kinds is {@link OfferKind}. */
@Service
public class HomeOffers {

    private final HomeOfferStore store;
    private final OfferRules rules;
    private final Duties duties;
    private final HomeAnswers answers;
    private final OffersEnded ended;
    private final OfferRecord record;

    HomeOffers(HomeOfferStore store, OfferRules rules, Duties duties, HomeAnswers answers, OffersEnded ended,
               OfferRecord record) {
        this.store = store;
        this.rules = rules;
        this.duties = duties;
        this.answers = answers;
        this.ended = ended;
        this.record = record;
    }

    /** Oldest first, drafts too. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HomeOffer> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<HomeOffer> find(CaseReference reference, long id) {
        return store.find(reference, id);
    }

    /** What happened to all of them, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HomeOfferEvent> events(CaseReference reference) {
        return store.events(reference);
    }

    /** What the law does not allow about an offer, by field of the form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, DutyKind duty, OfferKind kind, Terms terms) {
        return rules.problems(reference, duty, kind, terms);
    }

    /**
     * Prepares an offer. One of the same duty that is still a draft is written anew, since one is weighed at a time.
     *
     * @return its id
     * @throws NotPossible with the first of {@link #problems}, or while another one is with them
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public long draft(CaseReference reference, DutyKind duty, OfferKind kind, Terms terms) {
        rules.problems(reference, duty, kind, terms).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        Optional<HomeOffer> before = underWay(reference, duty);
        if (before.filter(other -> other.status() != OfferStatus.DRAFT).isPresent()) {
            throw new NotPossible("They have an offer under this duty that is not settled yet.");
        }
        long id;
        if (before.isPresent()) {
            id = before.get().id();
            store.change(id, kind, terms, record.by(), record.now());
        } else {
            id = store.insert(reference, duty, kind, terms, record.by(), record.now());
        }
        record.happened(reference, id, before.isPresent() ? Kind.CHANGED : Kind.DRAFTED, null);
        record.audit(reference, before.isPresent() ? "homeOffer.changed" : "homeOffer.drafted", id, Map.of("kind",
                kind.name(), "duty", duty.name()), null, kind.provision(duty));
        return id;
    }

    /** The offer that this household weighs, or that is prepared for it, under the duty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<HomeOffer> underWay(CaseReference reference, DutyKind duty) {
        return store.of(reference).stream()
                .filter(offer -> offer.duty() == duty && offer.status().underWay()).findFirst();
    }

    /** Why the answer cannot be taken like this, by field; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, long id, Told told, boolean accepted) {
        return answers.problems(reference, id, told, accepted);
    }

    /** @throws NotPossible with the first of {@link #problems(CaseReference, long, Told, boolean)} */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void accept(CaseReference reference, long id, Told told) {
        answers.accept(reference, id, told);
    }

    /**
     * They refuse, or they kept silent until the last day had passed and could not be reached.
     *
     * @return whether suitability is to be looked at again, because the duty may end on it
     * @throws NotPossible with the first of {@link #problems(CaseReference, long, Told, boolean)}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean refuse(CaseReference reference, long id, Told told) {
        return answers.refuse(reference, id, told);
    }

    /** The running duty under which homes are offered; empty where none runs. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<DutyKind> duty(CaseReference reference) {
        return duties.of(reference).stream().filter(Duty::running).map(Duty::kind)
                .filter(kind -> !HomeOffer.kinds(kind).isEmpty()).findFirst();
    }

    /**
     * What is only prepared is given up; its process ends by itself. Does nothing where it was made.
     *
     * @param words why
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void drop(CaseReference reference, long id, String words) {
        ended.drop(reference, id, words);
    }

    /**
     * The council takes the offer back; one that was made, with a letter. Does nothing where it is taken back already.
     *
     * @throws NotPossible when it has been refused for good or does not stand
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void withdraw(CaseReference reference, long id, String words) {
        ended.withdraw(reference, id, words);
    }

    /** A review found that the offer does not stand; a second call changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void setAside(CaseReference reference, long id, long reviewId) {
        ended.setAside(reference, id, reviewId);
    }

    /** The case has ended: what was offered and not settled is taken back. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void caseEnded(CaseReference reference, String words) {
        ended.caseEnded(reference, words);
    }
}
