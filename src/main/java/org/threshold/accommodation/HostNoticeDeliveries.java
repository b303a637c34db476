package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.store.HostNoticeStore;
import org.threshold.accommodation.store.HostNoticeStore.Whose;
import org.threshold.clock.ServiceClock;
import org.threshold.message.DeliveryListener;
import org.threshold.message.OutgoingMessage;
import org.threshold.worklist.CaseProcesses;

/** What became of the notices in the outbox, told to the process that waits for it. */
@Component
class HostNoticeDeliveries implements DeliveryListener {

    private final HostNoticeStore store;
    private final HostNotices notices;
    private final CaseProcesses processes;

    HostNoticeDeliveries(HostNoticeStore store, HostNotices notices, CaseProcesses processes) {
        this.store = store;
        this.notices = notices;
        this.processes = processes;
    }

    @Override
    public void delivered(OutgoingMessage message, Instant at) {
        LocalDate on = LocalDate.ofInstant(at, ServiceClock.LONDON);
        store.delivered(message.idempotencyKey(), at, on).ifPresent(whose -> {
            notices.given(whose.caseReference(), whose.placementId(), whose.kind(), on, "E-mailed to "
                    + message.recipient());
            tell(whose, "threshold.hostNotice.delivered");
        });
    }

    @Override
    public void failed(OutgoingMessage message, String problem) {
        store.failed(message.idempotencyKey(), problem).ifPresent(whose -> tell(whose, "threshold.hostNotice.failed"));
    }

    /** Only the notice that the Act asks for is waited for. */
    private void tell(Whose whose, String what) {
        if (whose.kind() == Kind.ARRIVAL) {
            processes.tellAbout(whose.caseReference(), what, "placementId", whose.placementId(), Map.of());
        }
    }
}
