package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.NightsStore;
import org.threshold.accommodation.store.NightsStore.Watch;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.Worklist;

/** The nights that a household spends in bed and breakfast: how many, since when unlawful, and who was asked about it. */
@Service
public class BedAndBreakfastNights {

    private static final String PROVISION = "SI 2003/3326 art 4";
    /** Further ahead than any count; the process looks again whenever a fact comes. */
    private static final int FAR = 365;
    /** The point for the first night of someone under 18. */
    private static final int UNDER_18 = 0;

    private final NightsStore store;
    private final NightsCount count;
    private final NightsWatch watch;
    private final Worklist worklist;
    private final AccommodationRecord record;

    BedAndBreakfastNights(NightsStore store, NightsCount count, NightsWatch watch, Worklist worklist,
                          AccommodationRecord record) {
        this.store = store;
        this.count = count;
        this.watch = watch;
        this.worklist = worklist;
        this.record = record;
    }

    /**
     * What the process does next.
     *
     * @param level  whose step opens now, or null for none
     * @param lookOn when to look again if no fact comes before
     */
    public record Look(boolean over, NightsLevel level, LocalDate lookOn, boolean everUnlawful) {
    }

    /** A household in bed and breakfast tonight. */
    public record Tonight(CaseReference reference, String applicant, String team, String unit, LocalDate since,
                          NightsLedger ledger) {
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public NightsLedger of(CaseReference reference) {
        return count.of(reference);
    }

    /** The count of a household that is watched tonight, for the top of its case; empty for all others. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<NightsLedger> watched(CaseReference reference) {
        return store.runs(reference) ? Optional.of(count.of(reference)).filter(NightsLedger::watched)
                : Optional.empty();
    }

    /** What was answered at the points of the count, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<NightsAnswer> answers(CaseReference reference) {
        return store.answers(reference);
    }

    /**
     * Families, and anyone under 18, in bed and breakfast tonight: those in an unlawful stay first, then by nights used.
     *
     * @param most how many households are looked at
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Tonight> tonight(int most) {
        List<NightsStore.Tonight> there = store.tonight(record.today(), most);
        Map<String, NightsLedger> ledgers = count.of(there.stream().map(NightsStore.Tonight::reference).toList());
        return there.stream().map(each -> new Tonight(each.reference(), each.applicant(), each.team(), each.unit(),
                each.since(), ledgers.get(each.reference().value()))).filter(each -> each.ledger().watched())
                .sorted(Comparator.comparing((Tonight each) -> each.ledger().unlawfulSince().isEmpty())
                        .thenComparing(each -> -each.ledger().counted()).thenComparing(each -> each.reference().value()))
                .toList();
    }

    /** Records the points that the count has come to and says whose step opens; called by the process. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Look look(CaseReference reference) {
        Watch told = store.lock(reference, record.now()).orElseThrow(() -> new IllegalStateException(
                "Nobody has counted the nights of " + reference));
        NightsLedger ledger = count.of(reference);
        LocalDate next = ledger.nextLook().orElse(record.today().plusDays(FAR));
        if (!ledger.watched()) {
            store.running(reference, false);
            // Who comes back is asked about at once again, at the point where they stood.
            store.told(reference, Math.max(0, told.point() - 1), false);
            return new Look(true, null, next, ledger.everUnlawful());
        }
        int point = ledger.family() ? ledger.pointReached() : told.point();
        boolean under18 = ledger.youngPerson();
        NightsLevel level = null;
        if (point > told.point()) {
            level = reached(reference, ledger, told.point(), point);
        }
        if (under18 && !told.under18Told()) {
            store.insertAlert(reference, UNDER_18, ledger.nightsUnder18(), record.today(), record.now());
            record.tell(reference, "clock", "Someone under 18 is in bed and breakfast",
                    "Bed and breakfast is not to be used for anyone of 16 or 17, even in an emergency.");
            record.audit(reference, "nights.under18", reference.value(), Map.of(), null,
                    "Homelessness Code of Guidance ch 17");
            level = NightsLevel.ANSWER;
        }
        store.told(reference, point, told.under18Told() || under18);
        return new Look(false, isOpen(reference, level) ? null : level, next, ledger.everUnlawful());
    }

    private NightsLevel reached(CaseReference reference, NightsLedger ledger, int from, int to) {
        NightsLedger.POINTS.stream().filter(point -> point > from && point < to).forEach(point -> store.insertAlert(
                reference, point, ledger.counted(), ledger.dayOf(point).orElseThrow(), record.now()));
        LocalDate on = ledger.dayOf(to).orElseThrow();
        store.insertAlert(reference, to, ledger.counted(), on, record.now());
        record.tell(reference, "clock", "Night " + ledger.counted() + " in bed and breakfast", ledger.unlawfulSince()
                .map(day -> "Unlawful since " + Words.day(day) + ", whatever is recorded.")
                .orElseGet(() -> "The limit is " + NightsLedger.LIMIT + " nights in all. Night " + NightsLedger.LIMIT
                        + " is on " + Words.day(ledger.dayOfIfTheyStay(NightsLedger.LIMIT).orElse(null)) + "."));
        record.audit(reference, "nights.pointReached", reference.value(), Map.of("point", String.valueOf(to), "counted",
                String.valueOf(ledger.counted())), null, PROVISION);
        return NightsLevel.of(to);
    }

    private boolean isOpen(CaseReference reference, NightsLevel level) {
        return level != null && worklist.openStepsOf(reference).stream()
                .anyMatch(step -> step.elementId().equals(level.element()));
    }

    /** Records what somebody answered in a step about a stay. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, NightsLevel level, String words, LocalDate outBy, Boolean toldHousehold,
                       String remedy, Integer remedyPence) {
        NightsLedger ledger = count.of(reference);
        LocalDate since = level == NightsLevel.ACCOUNT ? ledger.limitPassedOn().orElse(null)
                : ledger.unlawfulSince().orElse(null);
        store.insertAnswer(reference, new NightsAnswer(0, level, ledger.counted(), since, words, outBy, toldHousehold,
                remedy, remedyPence, record.by(), record.now()));
        record.tell(reference, "decision", level.words() + ", at night " + ledger.counted() + " in bed and breakfast",
                words + (outBy == null ? "" : "\nTo be out by " + Words.day(outBy) + ".")
                + (remedy == null ? "" : "\nRemedy: " + remedy)
                + (remedyPence == null ? "" : "\nMoney offered: " + Words.pounds(remedyPence)));
        record.audit(reference, "nights.answered", reference.value(), Map.of("level", level.name(), "counted",
                String.valueOf(ledger.counted())), words, PROVISION);
    }

    /** Why somebody cannot make a family from that day, as a sentence; empty when they can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> sinceProblem(CaseReference reference, long memberId, LocalDate from) {
        member(reference, memberId);
        return from.isAfter(record.today()) ? Optional.of("The day must be today or in the past") : Optional.empty();
    }

    /**
     * A child joined the household, or a pregnancy began, on another day than follows from the date of birth. The nights
     * are counted again.
     *
     * @throws NotPossible for a day in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void familySince(CaseReference reference, long memberId, LocalDate from, String why) {
        sinceProblem(reference, memberId, from).ifPresent(problem -> {
            throw new NotPossible(problem);
        });
        store.insertSince(reference, memberId, from, why, record.by(), record.now());
        record.tell(reference, "decision", "A child counts as part of the household from " + Words.day(from), why);
        record.audit(reference, "nights.familySince", "member " + memberId, Map.of("from", from.toString()), why,
                "SI 2003/3326 art 2");
        watch.recount(reference, "A child counts as part of the household from " + Words.day(from) + ".");
    }

    /**
     * Nights that another system had counted under this application; asked for by what brings a caseload over, before the
     * household moves in.
     *
     * @param until the first night of the placement with which they come
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void broughtOver(CaseReference reference, int nights, LocalDate until) {
        store.insertBroughtOver(reference, new NightsFacts.BroughtOver(nights, until), record.by(), record.now());
        record.tell(reference, "clock", "Nights in bed and breakfast brought over: " + nights + " before "
                + Words.day(until), null);
        record.audit(reference, "nights.broughtOver", reference.value(), Map.of("nights", String.valueOf(nights),
                "until", until.toString()), null, PROVISION);
    }

    /** Everyone who makes the household a family, or did, with since when. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FamilyCommitment> commitments(CaseReference reference) {
        return store.members(List.of(reference)).stream().flatMap(each -> FamilyCommitment.of(each.member()).stream())
                .toList();
    }

    private FamilyCommitment.Member member(CaseReference reference, long memberId) {
        return store.members(List.of(reference)).stream().map(NightsStore.MemberOf::member)
                .filter(member -> member.id() == memberId).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no such person on " + reference));
    }
}
