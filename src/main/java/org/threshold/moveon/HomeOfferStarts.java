package org.threshold.moveon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;
import org.threshold.worklist.Worklist;

/** An offer of a settled home that an officer begins on the case, beside the duty that runs. */
@Service
public class HomeOfferStarts {

    private static final String PROCESS = "settled-home-offer";
    private static final String FIRST_STEP = "task_draftHomeOffer";

    private final HomeOffers offers;
    private final CaseFiles cases;
    private final Worklist worklist;
    private final CaseProcesses processes;

    HomeOfferStarts(HomeOffers offers, CaseFiles cases, Worklist worklist, CaseProcesses processes) {
        this.offers = offers;
        this.cases = cases;
        this.worklist = worklist;
        this.processes = processes;
    }

    /** Why no offer can be begun now, as a sentence; empty when one can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference) {
        if (offers.duty(reference).isEmpty()) {
            return Optional.of("No duty runs on this case under which a settled home is offered.");
        }
        boolean underWay = offers.underWay(reference, offers.duty(reference).get()).isPresent()
                || worklist.openStepsOf(reference).stream().anyMatch(step -> step.elementId().equals(FIRST_STEP));
        return underWay ? Optional.of("An offer is under way. It has to be settled or taken back before another one.")
                : Optional.empty();
    }

    /** @throws NotPossible as {@link #refusal} */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(CaseReference reference) {
        refusal(reference).ifPresent(why -> {
            throw new NotPossible(why);
        });
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", "STANDARD");
        variables.put("duty", offers.duty(reference).orElseThrow().name());
        processes.startBeside(reference, PROCESS, variables);
    }
}
