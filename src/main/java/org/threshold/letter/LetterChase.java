package org.threshold.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.store.LetterOutcomeStore;

/**
 * Letters to households that need somebody: issued and not sent, come back, or sent and nothing known of them. Letters
 * to other bodies are chased by the steps that send them.
 */
@Service
public class LetterChase {

    public static final int MOST = 200;
    /** After which it is time to ask, so that the 21 days for a review have not run out meanwhile. */
    public static final int SILENT_DAYS = 10;
    private static final int OLDEST_DAYS = 180;

    private final LetterOutcomeStore store;
    private final LetterIndex index;
    private final CurrentOfficer officer;
    private final Clock clock;

    LetterChase(LetterOutcomeStore store, LetterIndex index, CurrentOfficer officer, Clock clock) {
        this.store = store;
        this.index = index;
        this.officer = officer;
        this.clock = clock;
    }

    /**
     * One letter.
     *
     * @param way    null where it has not left the house; as {@code sentOn}
     * @param became null where nothing is known
     * @param waits  whether a second person must release it first
     */
    public record Row(long letterId, CaseReference caseReference, String applicant, String title, LocalDate issuedOn,
                      DispatchWay way, LocalDate sentOn, LetterOutcome.Kind became, String next, boolean waits) {

        /** To the officer. */
        public String why() {
            if (waits) {
                return "Waits for a second person";
            }
            return way == null ? "Not sent" : became == null ? "Nothing known since it left" : became.words();
        }
    }

    /** Of the officer's teams, oldest first, at most {@link #MOST}. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public List<Row> list() {
        LocalDate today = LocalDate.now(clock);
        return store.toChase(Map.of("today", today, "oldest", today.minusDays(OLDEST_DAYS), "silent",
                today.minusDays(SILENT_DAYS), "most", MOST, "teams", officer.get().teams().toArray(String[]::new),
                "proof", keys(index.all().stream().filter(LetterKind::proof).toList()),
                "checked", keys(index.all().stream().filter(kind -> kind.second() == FourEyes.LETTER).toList())));
    }

    private static String[] keys(List<LetterKind> kinds) {
        return kinds.stream().map(LetterKind::key).toArray(String[]::new);
    }
}
