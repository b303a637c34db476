package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.ContactDetails;

/** When contact counts as lost, and what follows before any duty. */
class ContactAttemptsTest extends HomelessnessTest {

    @Autowired
    private Approaches approaches;
    @Autowired
    private LostContacts lost;
    @Autowired
    private CaseDetails details;

    /** @param tries each 'daysAgo way', 'R' at the end when they were reached */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | 0 attempts in 0 ways over 0 days
            9 PHONE; 1 PHONE                       | 2 attempts in 1 way over 8 days
            9 PHONE; 5 PHONE; 1 PHONE              | 3 attempts in 1 way over 8 days
            6 PHONE; 5 POST; 0 PHONE               | 3 attempts in 2 ways over 6 days
            9 PHONE; 5 POST; 3 PHONE R; 1 TEXT     | 1 attempt in 1 way over 0 days
            9 PHONE; 5 POST; 3 THEY_CAME R         | 0 attempts in 0 ways over 0 days
            7 PHONE; 5 POST; 0 PHONE               | enough
            30 AGENCY R; 7 PHONE; 5 VISIT; 0 EMAIL | enough""")
    void theRuleAsksForEnoughAttemptsWaysAndDays(String tries, String onRecord) {
        CaseReference reference = newCase();
        for (String one : tries.isEmpty() ? new String[0] : tries.split("; ")) {
            String[] parts = one.split(" ");
            attempts.record(reference, DAY_ONE.minusDays(Long.parseLong(parts[0])), ContactWay.valueOf(parts[1]),
                    parts.length > 2, "As in the table");
        }

        if (onRecord.equals("enough")) {
            assertThat(attempts.missing(reference)).isEmpty();
        } else {
            assertThat(attempts.missing(reference)).get().asString()
                    .contains("Contact counts as lost after 3 attempts in 2 different ways over 7 days", onRecord);
        }
    }

    @Test
    void anApproachEndsOnlyWhenTheRuleIsMetAndNoDutyRuns() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        assertThatThrownBy(() -> lost.end(reference, "No answer", true)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Record further attempts");
        triedInVain(reference, DAY_ONE);
        duties.accept(reference, DutyKind.PREVENTION, DAY_ONE);
        assertThatThrownBy(() -> lost.end(reference, "No answer", true)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("second officer authorises it");
        assertThat(rows("lost_contact", reference)).isZero();
        assertThat(approaches.running(reference)).isTrue();
    }

    /** Once relief is over a decision is owed, whether or not they can be reached (s184, s193). */
    @Test
    void whatFollowsADutyIsNotEndedByOneOfficerAlone() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        duties.accept(reference, DutyKind.RELIEF, DAY_ONE.minusDays(60));
        endings.closeWithout(reference, DutyKind.RELIEF, EndReason.ELAPSED_56, DAY_ONE.minusDays(4));
        triedInVain(reference, DAY_ONE);

        assertThatThrownBy(() -> lost.end(reference, "No answer", true)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Go on with the open step");

        assertThat(approaches.running(reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, true, false, true", "true, false, false, false", "false, true, false, false",
        "true, true, true, false"})
    void theLetterGoesOnlyToASafeAddress(boolean address, boolean saidSafe, boolean doNotWrite, boolean letter) {
        CaseReference reference = approaches.take(new NewApproach(household()));
        if (address) {
            details.changeContact(reference, 1, new ContactDetails(null, null, "1 Testing Road", null, null, null, null));
        }
        if (doNotWrite) {
            details.changeFlags(reference, details.of(reference).version(), Set.of(CaseFlag.DO_NOT_WRITE),
                    "Read by others");
        }
        triedInVain(reference, DAY_ONE);

        lost.end(reference, "No answer", saidSafe);

        assertThat(status(reference)).isEqualTo(CaseStatus.CONTACT_LOST);
        assertThat(approaches.running(reference)).isFalse();
        assertThat(letters(reference)).isEqualTo(letter ? List.of("contact-lost") : List.of());
    }

    @Test
    void noAttemptIsRecordedAheadOfItsDay() {
        CaseReference reference = newCase();
        assertThatThrownBy(() -> attempts.record(reference, DAY_ONE.plusDays(1), ContactWay.PHONE, false, "Later"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("today or in the past");
        assertThat(attempts.of(reference)).isEmpty();
    }
}
