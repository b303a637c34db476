package org.threshold.moveon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.moveon.store.MoveOnStore;
import org.threshold.worklist.CaseProcesses;

/** The way of a household to a settled home: its beginning, its route, its reviews and its end (s193, s193C). */
@Service
public class MoveOns {

    public static final String PROCESS = "move-on";
    /** Waited for while a home is looked for; once one is offered, what becomes of the offer decides. */
    public static final String DUTY_ENDED = "threshold.moveOn.dutyEnded";
    static final String ROUTE_CHANGED = "threshold.moveOn.routeChanged";
    private static final List<DutyKind> STARTABLE = List.of(DutyKind.MAIN, DutyKind.S193C);

    private final MoveOnStore store;
    private final Duties duties;
    private final ReturnHomeSafety safety;
    private final MoveOnRule rule;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final MoveOnRecord record;

    MoveOns(MoveOnStore store, Duties duties, ReturnHomeSafety safety, MoveOnRule rule, CaseFiles cases,
            CaseProcesses processes, MoveOnRecord record) {
        this.store = store;
        this.duties = duties;
        this.safety = safety;
        this.rule = rule;
        this.cases = cases;
        this.processes = processes;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<MoveOn> running(CaseReference reference) {
        return store.running(reference);
    }

    /** The one that goes on, or the last one that was. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<MoveOn> latest(CaseReference reference) {
        return store.latest(reference);
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<RouteChoice> routes(MoveOn of) {
        return store.routes(of.id());
    }

    /** The duty under which an officer may begin, where one runs and nobody has begun. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<DutyKind> startable(CaseReference reference) {
        return store.running(reference).isPresent() ? Optional.empty()
                : STARTABLE.stream().filter(kind -> duties.running(reference, kind).isPresent()).findFirst();
    }

    /** Whether the last one has led to a home that they accepted, so that another is begun only if it comes to nothing. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean toAcceptedHome(CaseReference reference) {
        return store.latest(reference).filter(way -> way.end() == MoveOn.End.HOME_ACCEPTED).isPresent();
    }

    /** Why going back home is not offered; empty where it may be. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> noReturnHome(CaseReference reference) {
        return safety.refusal(reference);
    }

    /** An officer begins, from the page of the case; of two who do so at once, one does. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void start(CaseReference reference) {
        if (store.running(reference).isPresent()) {
            throw new NotPossible("Move-on has begun on this case already.");
        }
        DutyKind duty = startable(reference).orElseThrow(() -> new NotPossible("Move-on begins while the main duty, or the"
                + " duty to accommodate after a refusal to co-operate, is owed. Neither is."));
        try {
            startBeside(reference, duty, "STANDARD");
        } catch (DuplicateKeyException another) {
            throw new NotPossible("Move-on has begun on this case already.");
        }
    }

    /** A duty to accommodate begins: move-on begins beside it. Does nothing where it is under way, or neither duty runs. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void startWithTheDuty(CaseReference reference, String lane) {
        startable(reference).ifPresent(duty -> startBeside(reference, duty, lane));
    }

    /** The record comes first, and there is one of it: of two who begin at once, the second is refused it. */
    private void startBeside(CaseReference reference, DutyKind duty, String lane) {
        insert(reference, duty);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", lane);
        variables.put("duty", duty.name());
        processes.startBeside(reference, PROCESS, variables);
    }

    /** The process begins: the record of it, unless an officer made that when they began. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public MoveOn begin(CaseReference reference, DutyKind duty) {
        return store.running(reference).orElseGet(() -> insert(reference, duty));
    }

    private MoveOn insert(CaseReference reference, DutyKind duty) {
        store.endLeftOver(reference, record.today());
        long id = store.insert(reference, duty, record.today(), record.by());
        record.tell(reference, "accommodation", "The way to a settled home begins", null);
        record.audit(reference, "moveOn.begun", "move-on " + id, Map.of("duty", duty.name()), null, duty.provision());
        return store.running(reference).orElseThrow(() -> new NotPossible("The " + duty.title().toLowerCase(Locale.UK)
                + " is not owed on this case any more."));
    }

    /** The route is chosen in its step. @return the day of the next review */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public LocalDate choose(CaseReference reference, Route route, String why) {
        MoveOn way = required(reference);
        if (route == Route.RETURN_HOME) {
            safety.refusal(reference).ifPresent(refused -> {
                throw new NotPossible(refused);
            });
        }
        LocalDate next = record.today().plusDays(rule.reviewDays());
        store.choose(way.id(), route, why, next, record.by(), record.now());
        record.tell(reference, "accommodation", "Route to a settled home: " + route.words(), why);
        record.audit(reference, "moveOn.route", "move-on " + way.id(), Map.of("route", route.name(), "before",
                String.valueOf(way.route())), why, route.provision());
        return next;
    }

    /** From the page of the case, while a route is worked. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void change(CaseReference reference, Route route, String why) {
        MoveOn way = required(reference);
        if (way.route() == route) {
            throw new NotPossible("That is the route they are on.");
        }
        LocalDate next = choose(reference, route, why);
        if (!processes.tell(reference, ROUTE_CHANGED, RouteFacts.chosen(route, next))) {
            throw new NotPossible("The route can be changed here only while a home is looked for. Choose it in the step that"
                    + " is open now.");
        }
    }

    /** Somebody looked at a household that waits. @return the day of the next review; null where the route is given up */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public LocalDate review(CaseReference reference, String words, boolean goesOn) {
        MoveOn way = required(reference);
        LocalDate next = goesOn ? record.today().plusDays(rule.reviewDays()) : null;
        store.review(way.id(), record.today(), words, next, record.by(), record.now());
        record.tell(reference, "accommodation", goesOn ? "Way to a settled home reviewed: it goes on"
                : "Way to a settled home reviewed: another route is chosen", words);
        record.audit(reference, "moveOn.reviewed", "move-on " + way.id(), Map.of("goesOn", String.valueOf(goesOn)), words,
                way.duty().provision());
        return next;
    }

    /** The process has come to its end, with the offer that ended it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void end(CaseReference reference, MoveOn.End end, long offerId) {
        MoveOn way = required(reference);
        store.end(way.id(), record.today(), end, offerId);
        record.tell(reference, "accommodation", "The way to a settled home has ended", end.words());
        record.audit(reference, "moveOn.ended", "move-on " + way.id(), Map.of("end", end.name(), "offer",
                String.valueOf(offerId)), null, way.duty().provision());
    }

    /** The duty ended in another way before a home was offered, and the process ends with it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endWithTheDuty(CaseReference reference) {
        store.endLeftOver(reference, record.today());
        record.tell(reference, "accommodation", "The way to a settled home has ended", MoveOn.End.DUTY_ENDED.words());
        record.audit(reference, "moveOn.ended", "move-on of " + reference.value(), Map.of("end",
                MoveOn.End.DUTY_ENDED.name()), null, "s193, s193C");
    }

    /** @throws NotPossible where none goes on */
    MoveOn required(CaseReference reference) {
        return store.running(reference).orElseThrow(() -> new NotPossible("Move-on is not under way on this case."));
    }
}
