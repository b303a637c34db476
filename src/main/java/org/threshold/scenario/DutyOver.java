package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.demonstration.Desk;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndingFact;
import org.threshold.homelessness.EndsProposed;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepRefused;
import org.threshold.worklist.Worklist;

/**
 * What becomes of the duty when a household has left temporary accommodation for a home that it found: relief ends as
 * secured in its step; the end of the main duty is proposed (s193(6)(d)) and waits for a second officer.
 */
@Component
@Profile("demonstration")
class DutyOver {

    private static final String RELIEF = "task_relieveHomelessness";
    private static final Map<String, String> SECURED = Map.of("reliefEnd", "SECURED_6M", "securedAccommodation",
            "PRS_SELF_CONTAINED", "activity", "APPLICANT_FOUND_NO_FINANCE", "sixMonths", "yes");
    private static final List<EndingFact> FOUND = List.of(
            found(EndingFact.Kind.LAST_SEEN, "At the desk today, with the keys"),
            found(EndingFact.Kind.VISITS, "The unit was looked at with the provider: it is empty"),
            found(EndingFact.Kind.KEYS, "All of them came back"),
            found(EndingFact.Kind.BELONGINGS, "They took everything with them"));

    private final EndsProposed ends;
    private final Worklist worklist;
    private final Colleague colleague;
    private final Desk desk;
    private final Clock clock;

    DutyOver(EndsProposed ends, Worklist worklist, Colleague colleague, Desk desk, Clock clock) {
        this.ends = ends;
        this.worklist = worklist;
        this.colleague = colleague;
        this.desk = desk;
        this.clock = clock;
    }

    private static EndingFact found(EndingFact.Kind kind, String words) {
        return new EndingFact(kind, words, null, null);
    }

    /**
     * @return whether it ended or its end is proposed; not where none is owed, as for one who left before the assessment
     * @throws StepRefused when relief cannot end, in the service's words
     */
    boolean over(CaseReference reference) {
        List<OpenStep> relief = desk.as(Supervisor.NAME, () -> worklist.openStepsOf(reference)).stream()
                .filter(step -> step.elementId().equals(RELIEF)).toList();
        relief.forEach(this::secured);
        return !relief.isEmpty() || mainDutyProposed(reference);
    }

    private boolean mainDutyProposed(CaseReference reference) {
        return desk.as(Supervisor.NAME, () -> {
            List<Duty> main = ends.open(reference).stream().filter(duty -> duty.kind() == DutyKind.MAIN).toList();
            main.forEach(duty -> ends.propose(reference, DutyKind.MAIN, new DutyEnding.Facts(
                    EndReason.CEASED_TO_OCCUPY, LocalDate.now(clock),
                    "You left the accommodation and gave the keys back.", null, null, null, null,
                    List.of(DutyEnding.ASKED), null, null, FOUND)));
            return !main.isEmpty();
        });
    }

    private void secured(OpenStep step) {
        Team team = Team.named(step.team());
        String why = "";
        for (String officer : team.whoMayDo(step)) {
            Optional<String> refused = colleague.does(officer, team.office(), step, SECURED);
            if (refused.isEmpty()) {
                return;
            }
            why = refused.get();
        }
        throw new StepRefused(why);
    }
}
