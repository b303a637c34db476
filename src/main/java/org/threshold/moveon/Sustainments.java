package org.threshold.moveon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Channel;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.Reapplications;
import org.threshold.moveon.Sustainment.Check;
import org.threshold.moveon.Sustainment.End;
import org.threshold.moveon.Sustainment.Found;
import org.threshold.moveon.Sustainment.Outcome;
import org.threshold.moveon.Sustainment.Round;
import org.threshold.moveon.store.SustainmentStore;
import org.threshold.worklist.CaseProcesses;

/** The checks after a household has moved into a settled home, each of which can begin help again. */
@Service
public class Sustainments {

    static final String PROCESS = "sustainment";
    private static final String PROVISION = "s179, s195A";

    private final SustainmentStore store;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final CaseDetails details;
    private final Approaches approaches;
    private final Reapplications reapplications;
    private final MoveOnRecord record;

    Sustainments(SustainmentStore store, CaseProcesses processes, CaseFiles cases, CaseDetails details,
                 Approaches approaches, Reapplications reapplications, MoveOnRecord record) {
        this.store = store;
        this.processes = processes;
        this.cases = cases;
        this.details = details;
        this.approaches = approaches;
        this.reapplications = reapplications;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Sustainment> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The one that goes on, if any. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Sustainment> open(CaseReference reference) {
        return of(reference).stream().filter(Sustainment::open).findFirst();
    }

    /**
     * Begins the checks of a home into which they move on that day; where they go on already nothing changes.
     *
     * @param offerId null where they found the home themselves
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(CaseReference reference, Long offerId, String address, LocalDate from) {
        if (store.insert(reference, offerId, address, from, record.by(), record.now()).isEmpty()) {
            return;
        }
        record.tell(reference, "contact", "Checks of the new home begin", "From " + Words.day(from));
        record.audit(reference, "sustainment.begun", reference.value(), Map.of("from", from.toString()), null,
                PROVISION);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", "STANDARD");
        processes.startBeside(reference, PROCESS, variables);
    }

    /** Whether the approach of the household still runs, so that new trouble belongs on it. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean approachRuns(CaseReference reference) {
        return approaches.running(reference);
    }

    /**
     * What was found at the check that is due. Where they may lose the home, help begins again at once: with a new
     * application, or on the approach that still runs.
     *
     * @param again when to try again; null unless they could not be reached
     * @return the new application, where one was made
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Optional<CaseReference> check(CaseReference reference, Outcome outcome, List<Found> found, String words,
                                         LocalDate again) {
        if (outcome == Outcome.HELP_ARRANGED) {
            throw new IllegalArgumentException("Arranged help is recorded by itself");
        }
        if ((outcome == Outcome.NOT_REACHED) != (again != null) || again != null && !again.isAfter(record.today())) {
            throw new NotPossible("Enter a day in the future on which to try again.");
        }
        Sustainment home = required(reference);
        Round round = home.next().orElseThrow(() -> new NotPossible("All checks of this home have been made."));
        Optional<CaseReference> opened = outcome == Outcome.AT_RISK ? helpAgain(reference, words) : Optional.empty();
        note(home, new Check(round, outcome, found, words, again, null, opened.orElse(null), record.by(), record.now()));
        end(home, round, outcome);
        return opened;
    }

    /** Who helps, and by when. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void helpArranged(CaseReference reference, String helper, LocalDate by, String words) {
        Sustainment home = store.of(reference).stream().findFirst().orElseThrow(Sustainments::none);
        Round round = home.checks().stream().filter(check -> check.outcome() == Outcome.HELP)
                .reduce((earlier, later) -> later).map(Check::round)
                .orElseThrow(() -> new NotPossible("No check has found that they need help."));
        if (by.isBefore(record.today())) {
            throw new NotPossible("The day must be today or in the future.");
        }
        note(home, new Check(round, Outcome.HELP_ARRANGED, List.of(), words, by, helper, null, record.by(),
                record.now()));
        if (home.open() && round == Round.MONTHS_6) {
            store.end(home.id(), End.SUSTAINED, record.today());
        }
    }

    private Optional<CaseReference> helpAgain(CaseReference reference, String words) {
        if (approachRuns(reference)) {
            return Optional.empty();
        }
        CaseFile file = details.of(reference);
        return Optional.of(reapplications.again(reference, file.applicant().id(), Channel.PHONE, file.team(), words));
    }

    private void end(Sustainment home, Round round, Outcome outcome) {
        switch (outcome) {
            case AT_RISK -> store.end(home.id(), End.HELP_REOPENED, record.today());
            case MOVED_ON -> store.end(home.id(), End.MOVED_ON, record.today());
            case WELL -> {
                if (round == Round.MONTHS_6) {
                    store.end(home.id(), End.SUSTAINED, record.today());
                }
            }
            default -> {
            }
        }
    }

    private Sustainment required(CaseReference reference) {
        return open(reference).orElseThrow(Sustainments::none);
    }

    private static NotPossible none() {
        return new NotPossible("No checks of a new home go on for this case.");
    }

    private void note(Sustainment home, Check check) {
        store.note(home.id(), check);
        record.tell(home.caseReference(), "contact", "Check of the new home " + check.round().words() + ": "
                + check.outcome().words(), check.words());
        record.audit(home.caseReference(), "sustainment.checked", check.round().name(), Map.of("outcome",
                check.outcome().name(), "found", check.found().stream().map(Enum::name)
                        .collect(Collectors.joining(" "))), null, PROVISION);
    }
}
