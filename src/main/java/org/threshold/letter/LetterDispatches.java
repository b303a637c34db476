package org.threshold.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.Reach;
import org.threshold.casefile.Timeline;
import org.threshold.casefile.UnknownCase;
import org.threshold.casefile.Way;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.store.DispatchStore;
import org.threshold.letter.store.LetterStore;
import org.threshold.letter.store.LetterStore.Made;

/**
 * How letters leave the house. Where a letter may go is asked anew on the day it goes: an address that has changed or
 * become unsafe since the letter was made stops it.
 */
@Service
public class LetterDispatches {

    public static final int LONGEST_NAME = 200;

    private final LetterStore letters;
    private final DispatchStore store;
    private final CaseLetters making;
    private final LetterReleases releases;
    private final Correspondence correspondence;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    LetterDispatches(LetterStore letters, DispatchStore store, CaseLetters making, LetterReleases releases,
                     Correspondence correspondence, Timeline timeline, AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.letters = letters;
        this.store = store;
        this.making = making;
        this.releases = releases;
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** A letter that left the house, as it was recorded. */
    public record Sent(long letterId, DispatchWay way, String to, LocalDate on, String by, Instant at) {
    }

    /**
     * A letter and where it may go today.
     *
     * @param sent    oldest first
     * @param copyOf  the letter of which it is a copy for another address; or null
     * @param posting whether and where it may be posted
     * @param email   whether and where it may be e-mailed
     */
    public record Sendable(Letter letter, List<Sent> sent, Long copyOf, Door posting, Door email) {

        public boolean wasSent() {
            return !sent.isEmpty();
        }
    }

    /**
     * One way out for a letter.
     *
     * @param lines      where it goes; empty where it may not
     * @param why        why not and what to do, in sentences; null where it may
     * @param ask        what to make sure of first; null where there is no doubt
     * @param againHelps whether making the letter again for the address on file would help
     */
    public record Door(List<String> lines, String why, String ask, boolean againHelps) {

        public boolean open() {
            return why == null;
        }

        static Door shut(String why, boolean againHelps) {
            return new Door(List.of(), why, null, againHelps);
        }
    }

    /** Oldest first, without where they may go: what was sent is enough for a list. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, List<Sent>> of(CaseReference reference) {
        return store.of(reference).stream().collect(java.util.stream.Collectors.groupingBy(Sent::letterId));
    }

    /** Letters that were made again for another address: each with the one that was made first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, Long> copies(CaseReference reference) {
        return letters.made(reference).stream().filter(made -> made.copyOf() != null)
                .collect(java.util.stream.Collectors.toMap(made -> made.letter().id(), Made::copyOf));
    }

    /** @throws UnknownCase when the case has no such letter */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Sendable one(CaseReference reference, long letterId) {
        Made made = find(reference, letterId);
        LocalDate today = LocalDate.now(clock);
        return new Sendable(made.letter(), store.of(reference).stream().filter(sent -> sent.letterId() == letterId)
                .toList(), made.copyOf(), posting(made, today), email(made, today));
    }

    /**
     * Records that a letter left the house, after asking again whether it may.
     *
     * @param to   to whom it was handed; ignored for the others, whose address is the one on file
     * @param on   the day it left, not in the future and not before it was made
     * @param sure whether the officer has made sure of what is in doubt
     * @throws NotSent in words to the officer, with nothing recorded
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void record(CaseReference reference, long letterId, DispatchWay way, String to, LocalDate on, boolean sure) {
        Made made = find(reference, letterId);
        if (!releases.of(reference, letterId).mayLeave()) {
            throw new NotSent("A second person must release this letter before it leaves.");
        }
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(made.letter().issuedOn())) {
            throw new NotSent("The day must be from " + made.letter().issuedOn().getDayOfMonth() + "/"
                    + made.letter().issuedOn().getMonthValue() + "/" + made.letter().issuedOn().getYear()
                    + ", when the letter was made, to today.");
        }
        String sentTo = switch (way) {
            case HANDED_OVER -> to.strip();
            case KEPT_FOR_COLLECTION -> "our office, to be collected";
            case POSTED -> through(posting(made, on), sure);
            case EMAILED -> through(email(made, on), sure);
        };
        if (store.insert(new Sent(letterId, way, sentTo, on, officer.get().username(), clock.instant()), reference)) {
            timeline.add(reference, "letter", "Letter " + way.title().toLowerCase() + ": " + made.letter().title(),
                    "To " + sentTo);
            audit.record(new AuditEntry(reference.value(), "letter.dispatched", Long.toString(letterId),
                    Map.of("way", way.name(), "on", on.toString()), null, null));
        }
    }

    private static String through(Door door, boolean sure) {
        if (!door.open()) {
            throw new NotSent(door.why());
        }
        if (door.ask() != null && !sure) {
            throw new NotSent(door.ask());
        }
        return String.join(", ", door.lines());
    }

    /**
     * Makes the letter again for the address that is on file now.
     *
     * @throws NotSent when post may not go to them at all, or the letter's page was not kept
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public Letter again(CaseReference reference, long letterId) {
        Made made = find(reference, letterId);
        if (made.memberId() == null || made.html() == null) {
            throw new NotSent("This letter cannot be made again. Hand it over instead.");
        }
        Reach reach = correspondence.to(reference, made.memberId(), LocalDate.now(clock));
        if (!reach.allowed()) {
            throw new NotSent(reach.refusal());
        }
        return making.again(made, reach);
    }

    private Door posting(Made made, LocalDate day) {
        if (made.memberId() == null && made.letter().addressee() != null) {
            return toSomebodyElse(made);
        }
        Reach reach = correspondence.to(made.letter().caseReference(), applicantOr(made), day);
        if (!reach.allowed()) {
            return Door.shut(reach.refusal(), false);
        }
        if (made.addressLines() == null) {
            return new Door(reach.lines(), null, "This letter was made before Threshold kept addresses with letters."
                    + " Make sure that the address on it is " + String.join(", ", reach.lines()) + ".", false);
        }
        if (made.addressLines().isEmpty()) {
            return Door.shut("This letter has no address on it, because nothing might be posted to them when it was"
                    + " made. Make it again for the address that is on file now, or hand it over.", made.html() != null);
        }
        if (!made.addressLines().equals(reach.lines())) {
            return Door.shut("The address has changed since this letter was made. It is addressed to "
                    + String.join(", ", made.addressLines()) + ", and letters now go to " + String.join(", ",
                    reach.lines()) + ". Make it again for the address that is on file now, or hand it over.",
                    made.html() != null);
        }
        return new Door(reach.lines(), null, reach.ask(), false);
    }

    private static Door toSomebodyElse(Made made) {
        return made.addressLines() == null || made.addressLines().isEmpty()
                ? new Door(List.of(made.letter().addressee()), null, null, false)
                : new Door(made.addressLines(), null, null, false);
    }

    private Door email(Made made, LocalDate day) {
        if (made.memberId() == null && made.letter().addressee() != null) {
            List<String> address = made.addressLines() == null ? List.of()
                    : made.addressLines().stream().filter(line -> line.contains("@")).toList();
            return address.isEmpty() ? Door.shut("The letter names no e-mail address of theirs.", false)
                    : new Door(address, null, null, false);
        }
        Reach reach = correspondence.by(Way.EMAIL, made.letter().caseReference(), applicantOr(made), day);
        return reach.allowed() ? new Door(reach.lines(), null, null, false) : Door.shut(reach.refusal(), false);
    }

    /** Letters from before it was kept whom they are to are all to the applicant. */
    private long applicantOr(Made made) {
        return made.memberId() != null ? made.memberId() : making.applicant(made.letter().caseReference());
    }

    private Made find(CaseReference reference, long letterId) {
        return letters.made(reference, letterId).orElseThrow(() -> new UnknownCase(reference.value()));
    }
}
