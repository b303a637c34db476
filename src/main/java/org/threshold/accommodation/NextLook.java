package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threshold.clock.ServiceClock;

/**
 * What comes next for a placement that is lived in, and when. Follows from the placement and what was noted about it.
 *
 * @param on may have passed; then it is due at once
 */
public record NextLook(Kind kind, LocalDate on) {

    /** In the order in which they go before each other on one day. */
    public enum Kind { MOVED_IN, END, VERIFY }

    /** @param notes of the placement, newest first */
    static NextLook of(Placement placement, List<StayNote> notes, StayRule rule, LocalDate today) {
        return Stream.of(movedIn(placement, notes, rule, today), end(placement, notes),
                        Optional.of(verify(placement, notes, rule, today))).flatMap(Optional::stream)
                .min(Comparator.comparing(NextLook::on).thenComparing(NextLook::kind)).orElseThrow();
    }

    private static Optional<NextLook> movedIn(Placement placement, List<StayNote> notes, StayRule rule,
                                              LocalDate today) {
        boolean seen = find(notes, note -> note.kind() == StayNote.Kind.LIVING_THERE
                || note.kind() == StayNote.Kind.VERIFIED).isPresent();
        if (seen) {
            return Optional.empty();
        }
        Optional<StayNote> again = find(notes, note -> note.kind() == StayNote.Kind.NOT_SEEN);
        if (again.isPresent()) {
            return again.map(note -> new NextLook(Kind.MOVED_IN, note.lookOn()));
        }
        // Who was brought over from elsewhere has lived there for long.
        return placement.startsOn().plusDays(rule.newFor()).isBefore(today) ? Optional.empty()
                : Optional.of(new NextLook(Kind.MOVED_IN, placement.startsOn().plusDays(1)));
    }

    /** The day that was decided on last; an extension is the placement's own day. */
    private static Optional<NextLook> end(Placement placement, List<StayNote> notes) {
        Optional<LocalDate> decided = find(notes, note -> StayNote.Kind.DECISIONS.contains(note.kind())
                && note.kind() != StayNote.Kind.EXTENDED).filter(note -> placement.status() != PlacementStatus.EXTENDED)
                .map(StayNote::lookOn);
        return decided.or(() -> Optional.ofNullable(placement.expectedUntil())).map(on -> new NextLook(Kind.END, on));
    }

    private static NextLook verify(Placement placement, List<StayNote> notes, StayRule rule, LocalDate today) {
        LocalDate last = find(notes, note -> note.kind() == StayNote.Kind.VERIFIED)
                .map(note -> LocalDate.ofInstant(note.at(), ServiceClock.LONDON))
                .orElse(placement.startsOn());
        LocalDate next = last.plusDays(rule.verifyEvery());
        // Placements that were brought over are spread over the cycle by the day on which they began.
        while (next.isBefore(today.minusDays(rule.verifyEvery()))) {
            next = next.plusDays(rule.verifyEvery());
        }
        return new NextLook(Kind.VERIFY, next);
    }

    private static Optional<StayNote> find(List<StayNote> notes, Predicate<StayNote> which) {
        return notes.stream().filter(which).findFirst();
    }
}
