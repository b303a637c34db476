package org.threshold.moveon;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.store.RegisterStore;

/**
 * The application to the housing register and the bids (Part 6). They belong to the case and not to one route: whoever
 * looks for a private home goes on bidding.
 */
@Service
public class RegisterWork {

    /** How many bids the page of a case shows. */
    public static final int MOST_BIDS = 50;
    private static final String PROVISION = "Housing Act 1996 Part 6";

    private final RegisterStore store;
    private final MoveOns moveOns;
    private final MoveOnRecord record;

    RegisterWork(RegisterStore store, MoveOns moveOns, MoveOnRecord record) {
        this.store = store;
        this.moveOns = moveOns;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<RegisterApplication> application(CaseReference reference) {
        return store.latest(reference);
    }

    /** Whether a household that waits for a settled home has not applied to the register: a next action. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean applicationMissing(CaseReference reference) {
        return moveOns.running(reference).isPresent() && store.latest(reference).isEmpty();
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Bid> bids(CaseReference reference) {
        return store.bids(reference, MOST_BIDS);
    }

    /** The application as it stands now. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void apply(CaseReference reference, RegisterApplication made) {
        requirePast(made.appliedOn());
        requirePast(made.verifiedOn());
        store.insert(reference, made, record.by(), record.now());
        record.tell(reference, "accommodation", made.verifiedOn() == null ? "Application to the housing register made"
                : "Application to the housing register verified", made.band());
        record.audit(reference, "register.application", "register application", Map.of("verified",
                String.valueOf(made.verifiedOn() != null)), null, PROVISION);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void bid(CaseReference reference, LocalDate on, String property) {
        moveOns.required(reference);
        requirePast(on);
        if (store.latest(reference).isEmpty()) {
            throw new NotPossible("Record the application to the housing register first.");
        }
        store.insertBid(reference, on, property, record.by(), record.now());
        record.tell(reference, "accommodation", "Bid on the housing register", property);
        record.audit(reference, "register.bid", "bid", Map.of("on", on.toString()), null, PROVISION);
    }

    /** @param reason why they did not get it; null where they are first */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void result(CaseReference reference, long bid, Bid.Result result, String reason) {
        if (result.needsReason() && reason == null) {
            throw new NotPossible("Enter why they did not get it.");
        }
        if (!store.result(reference, bid, result, reason)) {
            throw new NotPossible("This bid does not wait for a result any more.");
        }
        record.tell(reference, "accommodation", "Result of a bid: " + result.words(), reason);
        record.audit(reference, "register.result", "bid " + bid, Map.of("result", result.name()), reason, PROVISION);
    }

    private void requirePast(LocalDate day) {
        if (day != null && day.isAfter(record.today())) {
            throw new NotPossible("The day lies in the future. Enter today or a day in the past.");
        }
    }
}
