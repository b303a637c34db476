package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;

/** What comes next for a placement, from what is recorded of it. */
class NextLookTest {

    private static final StayRule RULE = new StayRule(90, 14);
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);

    @Test
    void somebodyLooksOnTheDayAfterTheFirstNight() {
        assertThat(look(null, List.of(), FIRST)).isEqualTo(new NextLook(NextLook.Kind.MOVED_IN, FIRST.plusDays(1)));
        assertThat(look(null, List.of(note(StayNote.Kind.NOT_SEEN, FIRST.plusDays(5))), FIRST.plusDays(2)))
                .isEqualTo(new NextLook(NextLook.Kind.MOVED_IN, FIRST.plusDays(5)));
    }

    @Test
    void theEndOfTheStayGoesBeforeALaterCheck() {
        List<StayNote> seen = List.of(note(StayNote.Kind.LIVING_THERE, null));
        assertThat(look(FIRST.plusDays(30), seen, FIRST)).isEqualTo(new NextLook(NextLook.Kind.END, FIRST.plusDays(30)));
        assertThat(look(FIRST.plusDays(200), seen, FIRST))
                .isEqualTo(new NextLook(NextLook.Kind.VERIFY, FIRST.plusDays(90)));
        assertThat(look(null, seen, FIRST)).isEqualTo(new NextLook(NextLook.Kind.VERIFY, FIRST.plusDays(90)));
    }

    @Test
    void theDayThatWasDecidedOnTakesThePlaceOfTheExpectedOne() {
        List<StayNote> notice = List.of(note(StayNote.Kind.NOTICE, FIRST.plusDays(44)),
                note(StayNote.Kind.LIVING_THERE, null));
        assertThat(look(FIRST.plusDays(30), notice, FIRST.plusDays(30)))
                .isEqualTo(new NextLook(NextLook.Kind.END, FIRST.plusDays(44)));
    }

    @Test
    void whoWasBroughtOverIsNotAskedAboutAsNewAndIsSpreadOverTheCycle() {
        NextLook next = look(null, List.of(), FIRST.plusDays(400));
        assertThat(next.kind()).isEqualTo(NextLook.Kind.VERIFY);
        assertThat(next.on()).isEqualTo(FIRST.plusDays(360));
    }

    private static NextLook look(LocalDate expectedUntil, List<StayNote> notes, LocalDate today) {
        return NextLook.of(new Placement(1, new CaseReference("TH-100001-E"), AccommodationFunction.INTERIM,
                PlacementStatus.IN_OCCUPATION, 1L, FIRST, expectedUntil, null, null, null, 0), notes, RULE, today);
    }

    private static StayNote note(StayNote.Kind kind, LocalDate lookOn) {
        return new StayNote(1, 1, kind, List.of(), "Seen", lookOn, "casey", Instant.parse("2027-02-02T09:00:00Z"));
    }
}
