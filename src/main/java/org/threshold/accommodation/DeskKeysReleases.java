package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysRelease.State;
import org.threshold.accommodation.store.KeysStore;
import org.threshold.accommodation.store.SignUpStore;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;

/** Who asks for keys without a claim, and who answers: somebody else, by the table of four eyes. */
@Service
class DeskKeysReleases implements KeysReleases {

    static final int LONGEST = 1000;
    /** Most on the list of what waits; it is a list of minutes, not of days. */
    static final int MOST_WAITING = 100;
    private static final String ACT = "SI 2006/213 reg 83";

    private final KeysStore store;
    private final SignUpStore signUps;
    private final Placements placements;
    private final SecondPerson second;
    private final ReleaseMail mail;
    private final AccommodationRecord record;

    DeskKeysReleases(KeysStore store, SignUpStore signUps, Placements placements, SecondPerson second,
                     ReleaseMail mail, AccommodationRecord record) {
        this.store = store;
        this.signUps = signUps;
        this.placements = placements;
        this.second = second;
        this.mail = mail;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<KeysRelease> of(long placementId) {
        return store.of(placementId).stream().findFirst();
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<KeysRelease> released(long placementId) {
        return store.standing(placementId).filter(KeysRelease::released);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<KeysRelease> history(CaseReference reference, long placementId) {
        own(reference, placementId);
        return store.of(placementId);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public KeysRelease ask(CaseReference reference, long placementId, NewRelease asked) {
        Placement placement = own(reference, placementId);
        if (!placement.onTheWay()) {
            throw new NotPossible(placement.livedIn() ? "They have the keys already."
                    : "This placement is recorded as “" + placement.status().words() + "”. There are no keys to give.");
        }
        if (placement.unitId() == null) {
            throw new NotPossible("No accommodation has been chosen yet. There are no keys to give.");
        }
        if (asked.reason() == Reason.OTHER && (asked.words() == null || asked.words().isBlank())) {
            throw new NotPossible("Enter the reason in your own words.");
        }
        String by = record.by();
        Optional<Long> id = store.insert(reference, placementId, asked, by, record.now());
        KeysRelease release = waiting(placementId);
        if (id.isPresent()) {
            Prepared prepared = prepared(release);
            record.tell(reference, "decision", "Keys without a claim asked for: " + lower(asked.reason().words()),
                    asked.words());
            Map<String, String> facts = new TreeMap<>(second.asked(prepared));
            facts.put("reason", asked.reason().name());
            record.audit(reference, "keys.releaseAsked", subject(placementId), facts, null, ACT);
            mail.tell(release, second.able(prepared));
        }
        return release;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, long placementId) {
        own(reference, placementId);
        return of(placementId).filter(KeysRelease::waits).map(this::prepared).map(second::refusal)
                .orElseGet(() -> Optional.of("No keys wait to be released for this placement."));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public String whoCould(CaseReference reference, long placementId) {
        own(reference, placementId);
        return of(placementId).filter(KeysRelease::waits).map(this::prepared).map(second::whoCould).orElse(null);
    }

    @Needs(Permission.RELEASE_KEYS)
    @Override
    @Transactional
    public KeysRelease release(CaseReference reference, long placementId, String wordsOrNull) {
        own(reference, placementId);
        return answer(waiting(placementId), State.RELEASED, wordsOrNull);
    }

    @Needs(Permission.RELEASE_KEYS)
    @Override
    @Transactional
    public KeysRelease sendBack(CaseReference reference, long placementId, String why) {
        own(reference, placementId);
        if (why == null || why.isBlank()) {
            throw new NotPossible("Enter what has to be done first.");
        }
        return answer(waiting(placementId), State.SENT_BACK, why);
    }

    private KeysRelease answer(KeysRelease waiting, State state, String words) {
        Map<String, String> basis = new TreeMap<>(second.require(prepared(waiting)));
        basis.put("reason", waiting.reason().name());
        keep(waiting, state, words);
        boolean released = state == State.RELEASED;
        record.tell(waiting.caseReference(), "decision", released
                ? "Keys released without a claim: " + lower(waiting.reason().words())
                : "Keys not released: back to the desk", words);
        record.audit(waiting.caseReference(), released ? "keys.released" : "keys.releaseSentBack",
                subject(waiting.placementId()), basis, words, ACT);
        return of(waiting.placementId()).orElseThrow();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public KeysRelease takeBack(CaseReference reference, long placementId) {
        own(reference, placementId);
        KeysRelease waiting = waiting(placementId);
        if (!waiting.askedBy().equals(record.by())) {
            throw new NotPermitted("You cannot take this back. Only the officer who asked for it can.", reference);
        }
        keep(waiting, State.TAKEN_BACK, null);
        record.tell(reference, "decision", "The release of the keys is not needed any more", null);
        record.audit(reference, "keys.releaseTakenBack", subject(placementId), Map.of(), null, ACT);
        return of(placementId).orElseThrow();
    }

    private void keep(KeysRelease waiting, State state, String words) {
        if (!store.answer(waiting.id(), state, record.by(), record.now(), words)) {
            throw new NotPossible("Somebody else has answered meanwhile.");
        }
    }

    @Needs(Permission.RELEASE_KEYS)
    @Override
    @Transactional(readOnly = true)
    public List<KeysRelease> waiting() {
        return store.waiting(MOST_WAITING);
    }

    @Needs(Permission.ASSIGN_WORK)
    @Override
    @Transactional(readOnly = true)
    public Map<Reason, Long> counts(LocalDate first, LocalDate last) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counts.put(reason, 0L);
        }
        store.released(begin(first), begin(last.plusDays(1))).forEach(each -> counts.put(each.reason(), each.count()));
        return counts;
    }

    @Needs(Permission.ASSIGN_WORK)
    @Override
    @Transactional(readOnly = true)
    public List<KeysRelease> behindCounts(Reason reasonOrNull, LocalDate first, LocalDate last, int most) {
        return store.released(reasonOrNull, begin(first), begin(last.plusDays(1)), most);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ServiceClock.LONDON).toInstant();
    }

    /** Whoever asked prepared it, and whoever signed the household up did. */
    private Prepared prepared(KeysRelease release) {
        Set<String> by = new HashSet<>(Set.of(release.askedBy()));
        signUps.of(release.placementId()).ifPresent(signUp -> by.add(signUp.officer()));
        return new Prepared(FourEyes.KEYS_RELEASE, release.caseReference(), by);
    }

    private KeysRelease waiting(long placementId) {
        return of(placementId).filter(KeysRelease::waits)
                .orElseThrow(() -> new NotPossible("No keys wait to be released for this placement."));
    }

    private Placement own(CaseReference reference, long placementId) {
        Placement placement = placements.get(placementId);
        if (!placement.caseReference().equals(reference)) {
            throw new NoSuchElementException("There is no placement " + placementId);
        }
        return placement;
    }

    private static String subject(long placementId) {
        return "placement " + placementId;
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
