package org.threshold.moveon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Team;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.store.BarrierStore;
import org.threshold.worklist.CaseProcesses;

/** What stands in the way of a settled home. Each has somebody who sees to it and a day, and is chased from that day on. */
@Service
public class Barriers {

    public static final String PROCESS = "move-on-barrier";
    /** Before a username in the code of an owner; a team's has {@link #TEAM}. */
    public static final String OFFICER = "officer:";
    public static final String TEAM = "team:";
    static final String RESOLVED = "threshold.barrier.resolved";
    private static final String BARRIER = "barrierId";

    private final BarrierStore store;
    private final MoveOns moveOns;
    private final People people;
    private final RestrictedCases restricted;
    private final CaseProcesses processes;
    private final MoveOnRecord record;

    Barriers(BarrierStore store, MoveOns moveOns, People people, RestrictedCases restricted, CaseProcesses processes,
             MoveOnRecord record) {
        this.store = store;
        this.moveOns = moveOns;
        this.people = people;
        this.restricted = restricted;
        this.processes = processes;
        this.record = record;
    }

    /** Those that stand first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Barrier> of(MoveOn way) {
        return store.of(way.id());
    }

    /** @throws NoSuchElementException where the case has none with this id */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Barrier get(CaseReference reference, long id) {
        return store.find(reference, id).orElseThrow(() -> new NoSuchElementException("No barrier " + id));
    }

    /** Who may be asked: each team, and the people of the case's own team who may know of it. Codes and names. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<String, String> owners(CaseReference reference, String team) {
        Map<String, String> owners = new LinkedHashMap<>();
        people.membersOf(team).stream().filter(member -> mayKnow(reference, member.username()))
                .forEach(member -> owners.put(OFFICER + member.username(), member.name()));
        people.teams().forEach(each -> owners.put(TEAM + each.key(), "Team " + each.name()));
        return owners;
    }

    /** @param code as {@link #owners} gives it; @return null where it names nobody who may be asked */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Barrier.Owner owner(CaseReference reference, String team, String code) {
        if (code == null || !owners(reference, team).containsKey(code)) {
            return null;
        }
        return code.startsWith(TEAM) ? new Barrier.Owner(code.substring(TEAM.length()), null)
                : new Barrier.Owner(team, code.substring(OFFICER.length()));
    }

    private boolean mayKnow(CaseReference reference, String username) {
        return restricted.of(reference).isEmpty() || restricted.isNamed(reference, username);
    }

    /** Who sees to it, by name. */
    @Needs(Permission.VIEW_CASES)
    public String nameOf(String team, String officer) {
        return officer == null ? "Team " + people.team(team).map(Team::name).orElse(team) : people.nameOf(officer);
    }

    /** It stands, and is chased from its day on. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public long add(CaseReference reference, Barrier.New barrier) {
        MoveOn way = moveOns.required(reference);
        requireToCome(barrier.dueOn());
        long id = store.insert(way.id(), reference, barrier, record.by(), record.now());
        record.tell(reference, "accommodation", "Barrier to moving on: " + barrier.kind().title(), barrier.words());
        record.audit(reference, "barrier.recorded", "barrier " + id, Map.of("kind", barrier.kind().name(), "due",
                barrier.dueOn().toString(), "owner", nameOf(barrier.owner().team(), barrier.owner().officer())),
                barrier.words(), way.duty().provision());
        Map<String, Object> variables = new HashMap<>(BarrierFacts.of(barrier.owner(), barrier.dueOn()));
        variables.put("lane", "STANDARD");
        variables.put(BARRIER, id);
        processes.startBeside(reference, PROCESS, variables);
        return id;
    }

    /** Recorded on the page of the case at any time; what waits for it ends. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void resolve(CaseReference reference, long id, String how) {
        resolveInStep(reference, id, how);
        processes.tellAbout(reference, RESOLVED, BARRIER, id, Map.of());
    }

    /** In the step that chases it, which ends by itself. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void resolveInStep(CaseReference reference, long id, String how) {
        Barrier barrier = get(reference, id);
        if (!store.resolve(id, record.today(), how, record.by())) {
            throw new NotPossible("Somebody has recorded already that this barrier is gone.");
        }
        record.tell(reference, "accommodation", "Barrier to moving on is gone: " + barrier.kind().title(), how);
        record.audit(reference, "barrier.resolved", "barrier " + id, Map.of("kind", barrier.kind().name()), how, null);
    }

    /** It stands past its day: what was done, whose it is now and until when. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Map<String, Object> chase(CaseReference reference, long id, Barrier.Owner owner, LocalDate due, String words) {
        Barrier barrier = get(reference, id);
        requireToCome(due);
        store.chase(barrier, owner, due, words, record.by(), record.now());
        record.tell(reference, "accommodation", "Barrier to moving on was chased: " + barrier.kind().title(), words);
        record.audit(reference, "barrier.chased", "barrier " + id, Map.of("due", due.toString(), "owner",
                nameOf(owner.team(), owner.officer())), words, null);
        return BarrierFacts.of(owner, due);
    }

    /** What is wrong with the day by which a barrier is to be gone. */
    @Needs(Permission.VIEW_CASES)
    public Optional<String> wrongDay(LocalDate due) {
        return due != null && !due.isAfter(record.today()) ? Optional.of("The day must be in the future") : Optional.empty();
    }

    private void requireToCome(LocalDate due) {
        wrongDay(due).ifPresent(wrong -> {
            throw new NotPossible(wrong);
        });
    }
}
