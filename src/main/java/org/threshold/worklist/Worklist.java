package org.threshold.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Team;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.AnswerStore;
import org.threshold.worklist.store.StepQueries;
import org.threshold.worklist.store.StepStore;

/** What officers ask of the list of open steps. It only reads; {@link StepMoves} changes who holds what. */
@Service
@Transactional(readOnly = true)
public class Worklist {

    private final StepQueries queries;
    private final StepStore rows;
    private final AnswerStore answers;
    private final StepRules rules;
    private final SeenSteps sight;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Worklist(StepQueries queries, StepStore rows, AnswerStore answers, StepRules rules, SeenSteps sight,
             CurrentOfficer current, Permissions permissions, People people, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.rows = rows;
        this.answers = answers;
        this.rules = rules;
        this.sight = sight;
        this.current = current;
        this.permissions = permissions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The open steps of a case, most urgent first, whoever holds them. */
    @Needs(Permission.VIEW_CASES)
    public List<OpenStep> openStepsOf(CaseReference reference) {
        return queries.ofCase(reference);
    }

    /** The open steps of several cases, with one query; only those that the officer may see. */
    @Needs(Permission.VIEW_CASES)
    public List<OpenStep> openStepsOf(Collection<CaseReference> references) {
        Officer officer = current.get();
        return queries.ofCases(references).stream().filter(step -> rules.maySee(officer, step)).toList();
    }

    /**
     * @throws NotPermitted when the step is another team's and the officer may not see all work
     * @throws StepGone     when it has ended or never was
     */
    @Needs(Permission.VIEW_CASES)
    public OpenStep step(String stepId) {
        OpenStep step = rows.find(stepId).map(sight::seen).orElseThrow(() -> gone(stepId));
        rules.requireSight(current.get(), step);
        return step;
    }

    /** How a step ended, for whoever comes too late; empty when it is open or never was. */
    @Needs(Permission.VIEW_CASES)
    public Optional<EndedStep> ended(String stepId) {
        return answers.ended(stepId);
    }

    @Needs(Permission.WORK_CASES)
    public StepPage list(StepList list, StepFilter filter, StepSort sort, StepPage.Place place) {
        Officer officer = current.get();
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return switch (list) {
            case MINE -> queries.ownedBy(officer.username(), filter, sort, place, now, today);
            case TEAM -> queries.ofTeams(officer.teams(), filter, sort, place, now, today);
            case ALL -> {
                permissions.require(Permission.SEE_ALL_WORK);
                yield queries.all(filter, sort, place, now, today);
            }
        };
    }

    @Needs(Permission.WORK_CASES)
    public int countMine() {
        return queries.countOwnedBy(current.get().username());
    }

    /** Open steps by the beginnings of the applicant's names, by date of birth, or by both; at most fifty. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public List<OpenStep> find(String name, LocalDate dateOfBirth) {
        Officer officer = current.get();
        return shown(kinds(name, dateOfBirth), queries.find(name, dateOfBirth, seen(officer), officer.username()));
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public List<OpenStep> findByReference(String reference) {
        Officer officer = current.get();
        return shown("reference", queries.findByReference(reference, seen(officer), officer.username()));
    }

    private List<OpenStep> shown(String kinds, List<OpenStep> found) {
        audit.record(AuditEntry.search("work.searched", kinds,
                found.stream().map(step -> step.caseReference().value()).toList()));
        return found;
    }

    private static String kinds(String name, LocalDate dateOfBirth) {
        return Stream.of(name == null ? null : "name", dateOfBirth == null ? null : "date of birth")
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** The kinds of step open in the teams that a list shows, by element, for its filter. */
    @Needs(Permission.WORK_CASES)
    public Map<String, String> openElements(StepList list) {
        return queries.openElements(list == StepList.ALL
                ? people.teams().stream().map(Team::key).collect(Collectors.toSet()) : current.get().teams());
    }

    /** What a person holds in the teams of the officer who asks; for handing it all over. */
    @Needs(Permission.ASSIGN_WORK)
    public List<OpenStep> heldBy(String username, int limit) {
        return queries.heldBy(username, current.get().teams(), limit);
    }

    @Needs(Permission.VIEW_CASES)
    public List<OpenStep> byIds(Collection<String> stepIds) {
        Officer officer = current.get();
        return queries.byIds(stepIds).stream().filter(step -> rules.maySee(officer, step)).toList();
    }

    private Set<String> seen(Officer officer) {
        return permissions.allows(officer, Permission.SEE_ALL_WORK) ? null : officer.teams();
    }

    /** The words for a step that is no longer there: who did what, and when. */
    StepGone gone(String stepId) {
        return new StepGone(answers.ended(stepId)
                .map(end -> StepWords.ended(end, people.nameOf(end.by())))
                .orElse("This step does not exist. It may have been removed when the case moved on."));
    }
}
