package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;
import org.threshold.worklist.CaseProcesses;

/**
 * What goes out when a duty has ended: the letter with its right to a review, the place that is asked back in reasonable
 * time, and children's services where a child is left without a duty (s213A).
 */
@Component
class EndingNotices {

    private static final String CHILDREN = "tell-childrens-services";

    private final Letters letters;
    private final ObjectProvider<HomesToLeave> homes;
    private final ObjectProvider<CaseProcesses> processes;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CaseRecord record;

    EndingNotices(Letters letters, ObjectProvider<HomesToLeave> homes, ObjectProvider<CaseProcesses> processes,
                  CaseFiles cases, CaseClocks clocks, CaseRecord record) {
        this.letters = letters;
        this.homes = homes;
        this.processes = processes;
        this.cases = cases;
        this.clocks = clocks;
        this.record = record;
    }

    /** @param facts with the day from which it counts */
    void tell(Duty duty, DutyEnding.Facts facts, boolean byLaw) {
        WayToEnd way = WayToEnd.of(duty.kind(), facts.reason()).orElseThrow();
        LocalDate leaveBy = askBack(duty, way);
        if (way.letter() == null) {
            return;
        }
        Letters.Letter letter = letters.issue(duty.caseReference(), way.letter(), LetterModels.dutyEnded(duty.kind(),
                facts, byLaw, way.review() == null ? null : clocks.reviewLastDay(record.today()), leaveBy),
                "duty-ended-" + duty.id());
        if (way.review() != null) {
            clocks.notified(duty.caseReference(), duty.kind().title() + " ended", letter.issuedOn());
        }
    }

    /** @return the last day in the place where they live; null where they live in none of ours, or may stay */
    private LocalDate askBack(Duty duty, WayToEnd way) {
        HomesToLeave places = homes.getIfAvailable();
        if (places == null || !way.then(WayToEnd.Then.HOME_ASKED_BACK)) {
            return null;
        }
        LocalDate last = places.under(duty.kind(), duty.caseReference()).stream()
                .map(home -> places.askBack(duty.caseReference(), home.placeId(), way.ground()))
                .max(Comparator.naturalOrder()).orElse(null);
        return way.ground() == EndReason.CEASED_TO_OCCUPY ? null : last;
    }

    /** The step that asks for their agreement and tells; the end of the duty does not wait for it. */
    void childrensServices(CaseReference reference, WayToEnd way) {
        if (way.then(WayToEnd.Then.CHILDRENS_SERVICES) && cases.hasChildUnder18(reference)) {
            processes.getObject().startBeside(reference, CHILDREN, Map.of("team", cases.summary(reference).team(),
                    "lane", "STANDARD"));
        }
    }
}
