package org.threshold.moveon;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/**
 * Why interim accommodation under s188(1) is owed no more. A decision that they are not in priority need ends it when it
 * is notified, but only because the same notice says that no duty under s190 or s193 will be owed when relief ends
 * (s188(1ZA); R (Mitchell) v Islington [2020]). In any other case it ends with the later of the end of relief and the
 * notice of what is owed after it (s188(1ZB)). Where another duty to accommodate follows, the household stays under that.
 */
public enum InterimGround {
    NOT_PRIORITY_NEED("s188(1ZA)"), NOT_OWED("s188(1ZB)"), REFUSED_FINAL_OFFER("s188(1ZB), s193A"), WITHDREW("s188(1)");

    private static final Set<DecisionOutcome> NOTHING_OWED = Set.of(DecisionOutcome.NOT_ELIGIBLE,
            DecisionOutcome.NOT_HOMELESS);
    private static final Set<EndReason> FINAL_OFFER = Set.of(EndReason.REFUSED_FINAL_OFFER, EndReason.PART6_REFUSED);
    private static final Set<DutyKind> ACCOMMODATE = Set.of(DutyKind.MAIN, DutyKind.S190, DutyKind.S193C);

    private final String provision;

    InterimGround(String provision) {
        this.provision = provision;
    }

    public String provision() {
        return provision;
    }

    /**
     * That interim accommodation is owed no more, and since when.
     *
     * @param decisionOn the day on which the decision was notified; null where none was needed
     * @param reliefRan  whether relief still ran then
     */
    public record Over(InterimGround ground, LocalDate endedOn, LocalDate decisionOn, boolean reliefRan) {
    }

    /**
     * Whether it is over; empty while it is owed, or another duty to accommodate has followed.
     *
     * @param decision    the latest that was notified, or empty
     * @param duties      all of the case
     * @param withdrawnOn the day on which the application was withdrawn; null where it was not
     */
    static Optional<Over> of(Optional<Decision> decision, List<Duty> duties, LocalDate withdrawnOn) {
        if (duties.stream().anyMatch(duty -> duty.running() && ACCOMMODATE.contains(duty.kind()))) {
            return Optional.empty();
        }
        if (withdrawnOn != null) {
            return Optional.of(new Over(WITHDREW, withdrawnOn, null, false));
        }
        Optional<Duty> relief = duties.stream().filter(duty -> duty.kind() == DutyKind.RELIEF).reduce((one, next) -> next);
        LocalDate reliefEnded = relief.map(Duty::endedOn).orElse(null);
        if (relief.map(Duty::endReason).filter(FINAL_OFFER::contains).isPresent()) {
            return Optional.of(new Over(REFUSED_FINAL_OFFER, reliefEnded, null, false));
        }
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        DecisionOutcome outcome = decision.get().outcome();
        LocalDate notified = decision.get().issuedOn();
        if (outcome == DecisionOutcome.NOT_PRIORITY_NEED) {
            return Optional.of(new Over(NOT_PRIORITY_NEED, notified, notified,
                    Boolean.TRUE.equals(decision.get().reliefRan())));
        }
        if (!NOTHING_OWED.contains(outcome) || relief.filter(Duty::running).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Over(NOT_OWED, reliefEnded != null && reliefEnded.isAfter(notified) ? reliefEnded
                : notified, notified, false));
    }
}
