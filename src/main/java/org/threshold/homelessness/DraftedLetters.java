package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.PreparedLetters;

/** Decisions and ends of duties that wait for a signature or for their letter, as the household would read them. */
@Component
class DraftedLetters implements PreparedLetters {

    private static final Set<Decision.Status> WAITING = EnumSet.of(Decision.Status.DRAFT, Decision.Status.SIGNED);
    private static final Set<DutyEnding.Status> ENDING = EnumSet.of(DutyEnding.Status.PROPOSED,
            DutyEnding.Status.AUTHORISED);
    private static final Map<DutyKind, String> LETTER = Map.of(DutyKind.PREVENTION, "prevention-ended",
            DutyKind.RELIEF, "relief-ended", DutyKind.MAIN, "main-duty-ended", DutyKind.S193C, "s193c-duty-ended");

    private final Decisions decisions;
    private final DutyEndings endings;
    private final Duties duties;
    private final CaseClocks clocks;
    private final CaseRecord record;

    DraftedLetters(Decisions decisions, DutyEndings endings, Duties duties, CaseClocks clocks, CaseRecord record) {
        this.decisions = decisions;
        this.endings = endings;
        this.duties = duties;
        this.clocks = clocks;
        this.record = record;
    }

    @Override
    public List<Prepared> of(CaseReference reference) {
        List<Prepared> prepared = new ArrayList<>();
        decisions.latest(reference).filter(latest -> WAITING.contains(latest.status())).ifPresent(draft ->
                prepared.add(new Prepared("decision-" + draft.id(), "The decision: " + draft.outcome().title(),
                        "s184-decision", decisions.letter(draft))));
        for (DutyKind kind : DutyKind.values()) {
            if (LETTER.containsKey(kind) && duties.running(reference, kind).isPresent()) {
                endings.latest(reference, kind).filter(ending -> ENDING.contains(ending.status())).ifPresent(ending ->
                        prepared.add(new Prepared("end-" + ending.id(), "The end of the " + kind.title().toLowerCase(),
                                LETTER.get(kind), LetterModels.dutyEnded(kind, ending.facts(), false,
                                clocks.reviewLastDay(record.today()), null))));
            }
        }
        return prepared;
    }
}
