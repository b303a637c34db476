package org.threshold.homelessness;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.worklist.CaseProcesses;

/**
 * Ends that an officer proposes on the case itself, whatever step the case is at: of the main duty and of
 * accommodation after a notice. The work under the duty goes on until the end is authorised.
 */
@Service
public class EndsProposed {

    /** Those whose end is not the answer to a step of their own. */
    public static final Set<DutyKind> DUTIES = EnumSet.of(DutyKind.MAIN, DutyKind.S193C);

    private static final String MESSAGE = "threshold.duty.endProposed";

    private final DutyEndings endings;
    private final DutyStore duties;
    private final EndingEvidence evidence;
    private final ObjectProvider<OffersMade> offers;
    private final ObjectProvider<HomesToLeave> homes;
    private final ObjectProvider<CaseProcesses> processes;
    private final CaseFiles cases;

    EndsProposed(DutyEndings endings, DutyStore duties, EndingEvidence evidence,
                 ObjectProvider<OffersMade> offers, ObjectProvider<HomesToLeave> homes,
                 ObjectProvider<CaseProcesses> processes, CaseFiles cases) {
        this.endings = endings;
        this.duties = duties;
        this.evidence = evidence;
        this.offers = offers;
        this.homes = homes;
        this.processes = processes;
        this.cases = cases;
    }

    /** The duties that run on the case and can be proposed to end there. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Duty> open(CaseReference reference) {
        return DUTIES.stream().map(kind -> running(reference, kind)).flatMap(Optional::stream).toList();
    }

    private Optional<Duty> running(CaseReference reference, DutyKind kind) {
        return duties.running(reference, kind);
    }

    /** The rows of the table that an officer may propose for that duty. */
    @Needs(Permission.VIEW_CASES)
    public List<WayToEnd> ways(DutyKind duty) {
        return WayToEnd.of(duty).stream().filter(way -> way.ground().proposable(duty))
                .filter(way -> way.ground() != EndReason.REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT).toList();
    }

    /** The offers of settled homes on record that could end the duty on that ground, complete or not. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<OfferMade> offers(CaseReference reference, DutyKind duty, EndReason ground) {
        OffersMade made = offers.getIfAvailable();
        return made == null ? List.of() : made.of(reference).stream().filter(each -> each.duty() == duty)
                .filter(each -> each.kind().whenAccepted(duty).filter(ground::equals).isPresent()
                        || each.kind().whenRefused(duty).filter(ground::equals).isPresent()).toList();
    }

    /** The places to stay that were offered under the duty and refused. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<PlaceOffered> places(CaseReference reference, DutyKind duty) {
        HomesToLeave places = homes.getIfAvailable();
        return places == null ? List.of() : places.offered(reference).stream()
                .filter(each -> each.function() == duty && each.refusedOn() != null).toList();
    }

    /**
     * Proposes the end; where it is against the household it waits for a second officer while the work goes on.
     *
     * @return whether it waits
     * @throws NotPossible with the first of {@link DutyEndings#problems}, or where the case runs on a model that ends
     *                     the duty in a step of its own
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean propose(CaseReference reference, DutyKind kind, DutyEnding.Facts facts) {
        if (!DUTIES.contains(kind)) {
            throw new NotPossible("The " + kind.title().toLowerCase() + " ends in the step that works on it.");
        }
        boolean second = endings.propose(reference, kind, facts);
        if (!processes.getObject().tell(reference, MESSAGE, Map.of("endAgainstApplicant", second))) {
            throw new NotPossible("This case runs on an earlier version of the process. The duty ends in its open step,"
                    + " where what they were told is ticked: open the step on the case and finish it there.");
        }
        return second;
    }
}
