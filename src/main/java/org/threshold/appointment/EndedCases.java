package org.threshold.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.appointment.store.AppointmentStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.casefile.Timeline;

/** Nobody waits for a household that has died, withdrawn or was never there; nobody is written to about it either. */
@Component
class EndedCases implements CaseListener {

    private static final Set<CaseStatus> ENDED = Set.of(CaseStatus.DECEASED, CaseStatus.WITHDRAWN,
            CaseStatus.CREATED_IN_ERROR, CaseStatus.MERGED);

    private final AppointmentStore store;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    EndedCases(AppointmentStore store, Timeline timeline, AuditTrail audit, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void caseChanged(CaseSummary summary) {
        if (!ENDED.contains(summary.status())) {
            return;
        }
        List<AppointmentStore.Row> cancelled = store.cancelAhead(summary.reference(), clock.instant(),
                summary.status().title());
        cancelled.forEach(row -> {
            timeline.add(row.caseReference(), "contact", "Appointment cancelled: " + LondonTime.span(row.startsAt(),
                    row.endsAt()), summary.status().title() + ". Nobody was told by the service.");
            audit.record(new AuditEntry(row.caseReference().value(), "appointment.cancelled", "appointment " + row.id(),
                    Map.of("status", summary.status().name()), null, null));
        });
    }
}
