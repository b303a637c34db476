package org.threshold.charge;

import java.time.LocalDate;
import org.threshold.accommodation.Rate;

/** A line to be posted; see {@link Line} for its parts. */
public record NewLine(long accountId, LineKind kind, LocalDate onDay, long pence, long ineligible,
                      LocalDate nightsFrom, LocalDate nightsUntil, Rate rate, Integer turn, String source,
                      Long reverses, Long requestId, String words, String reason) {

    static NewLine night(long accountId, LocalDate night, NightlyCharge charge, Rate rate, int turn) {
        LocalDate after = night.plusDays(1);
        return new NewLine(accountId, LineKind.CHARGE, after, charge.pence(), charge.ineligible(), night, after, rate,
                turn, null, null, null, "Charge", null);
    }

    static NewLine opening(long accountId, LocalDate asAt, long pence) {
        return new NewLine(accountId, LineKind.OPENING, asAt, pence, 0, null, null, null, null, null, null, null,
                LineKind.OPENING.words(), null);
    }

    static NewLine payment(long accountId, LocalDate on, long pence, String source, String words) {
        return new NewLine(accountId, LineKind.PAYMENT, on, -pence, 0, null, null, null, null, source, null, null,
                words, null);
    }

    static NewLine benefit(long accountId, Accounts.Benefit credit) {
        return new NewLine(accountId, LineKind.BENEFIT, credit.paidOn(), -credit.pence(), 0, credit.from(),
                credit.until(), null, null, AccountLedger.sourceOf(credit.key()), null, null, credit.words(), null);
    }

    static NewLine agreed(ChargeRequest request, LocalDate on) {
        return new NewLine(request.accountId(), request.kind(), on, request.pence(), 0, null, null, null, null, null,
                null, request.id(), request.words(), request.reason());
    }

    /** The same with the sign turned, on the same day. */
    static NewLine reversal(long accountId, Line line, String reason) {
        return new NewLine(accountId, LineKind.REVERSAL, line.onDay(), -line.pence(), -line.ineligible(),
                line.nightsFrom(), line.nightsUntil(), null, null, null, line.id(), null, "Taken back", reason);
    }
}
