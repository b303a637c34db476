package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.HostNotice.Sending;
import org.threshold.accommodation.HostNotice.Way;
import org.threshold.accommodation.store.HostNoticeStore;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.form.FieldError;

/**
 * Notices to the councils of other districts: when one is owed, that it goes out once and in time, and what proves it
 * (Housing Act 1996 s208(2) to (4)).
 */
@Service
public class HostNotices {

    /** What a list shows at once. */
    public static final int PAGE = 100;
    private static final int LATE_SHOWN_FOR_DAYS = 365;
    private static final String PROVISION = "s208(2) to (4)";

    private final HostNoticeStore store;
    private final HostNoticePost post;
    private final Placements placements;
    private final Units units;
    private final StatutoryClocks clocks;
    private final AccommodationRecord record;

    HostNotices(HostNoticeStore store, HostNoticePost post, Placements placements, Units units, StatutoryClocks clocks,
                AccommodationRecord record) {
        this.store = store;
        this.post = post;
        this.placements = placements;
        this.units = units;
        this.clocks = clocks;
        this.record = record;
    }

    /** Whether the home of the placement stands in another district, so that its council has to be told. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean owed(long placementId) {
        Placement placement = placements.get(placementId);
        return placement.unitId() != null && units.outside(units.get(placement.unitId()));
    }

    /** The notice is owed from the day on which the home was made available; a second call changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(long placementId) {
        if (store.find(placementId, Kind.ARRIVAL).isPresent()) {
            return;
        }
        Placement placement = placements.get(placementId);
        insert(placement, Kind.ARRIVAL, placement.startsOn(), placement.startsOn().plusDays(HostNotice.DAYS - 1L));
        clocks.startAbout(placement.caseReference(), ClockKind.HOST_NOTICE, placement.startsOn(),
                HostNotice.clockOf(placementId));
    }

    /**
     * The notice was given before the household was brought over, so that it is not given twice; asked for by what brings
     * it over, before it moves in. Nothing happens where the home stands in the own district.
     *
     * @param on the day on which it was given
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void givenBefore(long placementId, LocalDate firstNight, LocalDate on) {
        if (!owed(placementId)) {
            return;
        }
        Placement placement = placements.get(placementId);
        insert(placement, Kind.ARRIVAL, firstNight, firstNight.plusDays(HostNotice.DAYS - 1L));
        HostNotice notice = required(placementId, Kind.ARRIVAL);
        store.sentByHand(notice.id(), Way.BEFORE, notice.districtName(), on, null, record.by(), record.now());
        given(notice.caseReference(), placementId, Kind.ARRIVAL, on, Way.BEFORE.words());
    }

    /** Whether the notice that a household is accommodated there has gone out. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean given(long placementId) {
        return store.find(placementId, Kind.ARRIVAL).flatMap(HostNotice::sentOn).isPresent();
    }

    private void insert(Placement placement, Kind kind, LocalDate on, LocalDate dueOn) {
        Unit unit = units.get(placement.unitId());
        store.insert(placement.id(), kind, unit.district(), unit.address() + "\n" + unit.postcode(), on,
                placement.function(), dueOn, record.by(), record.now());
    }

    /**
     * Writes the notice, once, and sends it by e-mail where it can go by itself. What is on its way already, or has gone
     * out, is not sent again, however often the job runs.
     *
     * @return whether it goes by e-mail; otherwise an officer sends it
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean send(long placementId) {
        return send(placementId, Kind.ARRIVAL);
    }

    /** The same when they have left; the Act does not ask for it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean sendLeaving(long placementId) {
        Placement placement = placements.get(placementId);
        insert(placement, Kind.LEFT, placement.endedOn(), null);
        return send(placementId, Kind.LEFT);
    }

    private boolean send(long placementId, Kind kind) {
        store.lock(placementId, kind);
        HostNotice notice = required(placementId, kind);
        if (onItsWay(notice)) {
            return true;
        }
        HostNoticePost.Written written = post.write(notice);
        store.written(notice.id(), written.letterId());
        if (written.email() == null) {
            return false;
        }
        String key = "host-notice-" + notice.id() + "-" + (notice.sendings().size() + 1);
        store.queued(notice.id(), written.email(), key, record.by(), record.now());
        post.send(notice, written, key);
        record.audit(notice.caseReference(), "hostNotice.queued", HostNotice.clockOf(placementId),
                Map.of("kind", kind.name(), "letter", String.valueOf(written.letterId())), null, PROVISION);
        return true;
    }

    private static boolean onItsWay(HostNotice notice) {
        return notice.sendings().stream().anyMatch(sending -> sending.state() != Sending.State.FAILED);
    }

    /** Why it does not go by e-mail by itself, for whoever has to send it; empty where it does. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> whyByHand(long placementId, Kind kind) {
        return post.whyByHand(required(placementId, kind));
    }

    /** What is wrong with what an officer says of sending it, by field of the form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(long placementId, Kind kind, LocalDate on) {
        List<FieldError> problems = new ArrayList<>();
        HostNotice notice = required(placementId, kind);
        if (on.isAfter(record.today())) {
            problems.add(new FieldError("sentOn", "The day must be today or in the past"));
        } else if (on.isBefore(notice.onDay())) {
            problems.add(new FieldError("sentOn", "The day must be " + Words.day(notice.onDay()) + " or later"));
        }
        return problems;
    }

    /**
     * An officer has sent it.
     *
     * @param proof such as the number of the proof of posting, or who took it
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void sent(long placementId, Kind kind, Way way, LocalDate on, String to, String proof) {
        problems(placementId, kind, on).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        store.lock(placementId, kind);
        HostNotice notice = required(placementId, kind);
        store.sentByHand(notice.id(), way, to, on, proof, record.by(), record.now());
        given(notice.caseReference(), placementId, kind, on, way.words() + " to " + to);
    }

    /** It was not sent, and why is kept with the case. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notSent(long placementId, Kind kind, String why) {
        HostNotice notice = required(placementId, kind);
        record.tell(notice.caseReference(), "letter", kind.words() + ": not sent to " + notice.districtName() + " yet",
                why);
        record.audit(notice.caseReference(), "hostNotice.notSent", HostNotice.clockOf(placementId), Map.of("kind",
                kind.name()), why, PROVISION);
    }

    /** It has gone out: the clock ends, and the case says so. */
    void given(CaseReference reference, long placementId, Kind kind, LocalDate on, String how) {
        HostNotice notice = required(placementId, kind);
        boolean late = notice.late(record.today());
        if (kind == Kind.ARRIVAL) {
            clocks.of(reference).stream().filter(clock -> clock.running() && clock.kind() == ClockKind.HOST_NOTICE
                    && HostNotice.clockOf(placementId).equals(clock.about())).forEach(clock -> clocks.end(clock, on,
                    late ? "Given late to " + notice.districtName() : "Given to " + notice.districtName()));
        }
        record.tell(reference, "letter", kind.words() + ": given to " + notice.districtName()
                + (late ? ", after the last day" : ""), how);
        record.audit(reference, "hostNotice.given", HostNotice.clockOf(placementId), Map.of("kind", kind.name(), "on",
                on.toString(), "late", String.valueOf(late)), null, PROVISION);
    }

    /** Day 14 is over and it is not out. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void recordLate(long placementId) {
        HostNotice notice = required(placementId, Kind.ARRIVAL);
        if (!notice.late(record.today())) {
            return;
        }
        record.tell(notice.caseReference(), "system", "The notice to " + notice.districtName() + " is late: its last day"
                + " was " + Words.day(notice.dueOn()), null);
        record.audit(notice.caseReference(), "hostNotice.late", HostNotice.clockOf(placementId), Map.of("dueOn",
                notice.dueOn().toString()), null, "s208(4)");
    }

    /** The other council has said that it has the notice. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void acknowledge(CaseReference reference, long placementId, Kind kind, LocalDate on, String words) {
        HostNotice notice = of(reference, placementId).stream().filter(each -> each.kind() == kind).findFirst()
                .orElseThrow(NoSuchElementException::new);
        if (notice.sentOn().isEmpty()) {
            throw new NotPossible("The notice has not been sent yet, so it cannot have been acknowledged.");
        }
        if (on.isAfter(record.today()) || on.isBefore(notice.sentOn().get())) {
            throw new NotPossible("The day must be between " + Words.day(notice.sentOn().get())
                    + ", when it was sent, and today.");
        }
        if (!store.acknowledged(notice.id(), on, words, record.by(), record.now())) {
            throw new NotPossible("It is recorded already that the other council has it.");
        }
        record.tell(reference, "contact", notice.districtName() + " has acknowledged the notice", words);
        record.audit(reference, "hostNotice.acknowledged", HostNotice.clockOf(placementId), Map.of("kind", kind.name()),
                null, PROVISION);
    }

    /** All of a case, in the order of their last days. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HostNotice> of(CaseReference reference) {
        return store.of(reference);
    }

    /** All of one placement of a case. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HostNotice> of(CaseReference reference, long placementId) {
        return of(reference).stream().filter(notice -> notice.placementId() == placementId).toList();
    }

    /** Everything that is not out yet, the next to be due first, one more than a page at most. */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public List<HostNotice> open() {
        return store.open(PAGE + 1);
    }

    /** The same, as many as are asked for. */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public List<HostNotice> unsent(int most) {
        return store.open(most);
    }

    /** What went out late in the last year, one more than a page at most. */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public List<HostNotice> sentLate() {
        return store.sentLate(record.today().minusDays(LATE_SHOWN_FOR_DAYS), PAGE + 1);
    }

    private HostNotice required(long placementId, Kind kind) {
        return store.find(placementId, kind)
                .orElseThrow(() -> new NoSuchElementException("There is no such notice of placement " + placementId));
    }
}
