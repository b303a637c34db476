package org.threshold.scenario;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Stock;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Accounts;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.PaymentFiles;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.demonstration.Desk;
import org.threshold.scenario.store.PlayedYearStore;

/**
 * Every fourth Monday Housing Benefit pays what was awarded, and households pay what is theirs, most of them. What was
 * awarded since the last one is paid from its first night, also for those who have left by then. So what is owed comes of
 * claims that are late, missing or not decided, and of own shares that are not paid.
 */
@Component
@Profile("demonstration")
class Paying {

    private static final int PENCE = 2;

    private final Stock stock;
    private final Placements placements;
    private final BenefitClaims claims;
    private final Accounts ledger;
    private final ChargeAccounts accounts;
    private final PaymentFiles files;
    private final PlayedYearStore store;
    private final Desk desk;

    Paying(Stock stock, Placements placements, BenefitClaims claims, Accounts ledger, ChargeAccounts accounts,
           PaymentFiles files, PlayedYearStore store, Desk desk) {
        this.stock = stock;
        this.placements = placements;
        this.claims = claims;
        this.ledger = ledger;
        this.accounts = accounts;
        this.files = files;
        this.store = store;
        this.desk = desk;
    }

    /** On a day on which it is paid, in the morning; asked again on the same day, it changes nothing. */
    void due(Tables tables, PlayedYear year, LocalDate day) {
        if (PayDays.is(year, day)) {
            desk.as(Supervisor.NAME, () -> {
                pay(tables, year, day, stock.on(day.minusDays(1)));
                ledger.creditBenefit(store.leavers().stream()
                        .flatMap(left -> afterwards(year, day, left.reference(), left.placementId()).stream()).toList());
                return null;
            });
        }
    }

    /** What is left to be paid of those who leave on that day. */
    void last(Tables tables, PlayedYear year, LocalDate day, Housed housed) {
        desk.as(Supervisor.NAME, () -> {
            pay(tables, year, day, List.of(housed));
            return null;
        });
    }

    private void pay(Tables tables, PlayedYear year, LocalDate day, List<Housed> housed) {
        List<Accounts.Benefit> benefit = new ArrayList<>();
        StringBuilder payments = new StringBuilder("payment_id,paid_on,account,amount\n");
        int headings = payments.length();
        for (Housed each : housed) {
            awarded(each.reference(), each.placementId(), day).ifPresent(claim -> {
                Instalment due = Instalment.of(year, claim, day, day, Awards.aWeek(each.rate()));
                benefit(claim, due, day).ifPresent(benefit::add);
                payments.append(ownShare(tables, year, day, each, due.share()));
            });
        }
        ledger.creditBenefit(benefit);
        if (payments.length() > headings) {
            files.take("payments-" + day + ".csv", payments.toString().getBytes(StandardCharsets.UTF_8),
                    new PaymentFiles.Control(null, null));
        }
    }

    /** What is decided on a day is paid the next time, however often that day is played. */
    private Optional<BenefitClaim> awarded(CaseReference reference, long placementId, LocalDate day) {
        return claims.find(reference, placementId).filter(claim -> claim.awardedWeekly() != null
                && (claim.decidedOn() == null || claim.decidedOn().isBefore(day)));
    }

    /** Of one who had left when it was decided; the household's own share is not paid any more. */
    private Optional<Accounts.Benefit> afterwards(PlayedYear year, LocalDate day, CaseReference reference,
                                                  long placementId) {
        LocalDate left = placements.get(placementId).endedOn();
        return awarded(reference, placementId, day)
                .filter(claim -> claim.decidedOn() != null && !claim.decidedOn().isBefore(left))
                .flatMap(claim -> benefit(claim, Instalment.of(year, claim, day, left, 0), day));
    }

    private static Optional<Accounts.Benefit> benefit(BenefitClaim claim, Instalment due, LocalDate day) {
        return due.benefit() <= 0 ? Optional.empty() : Optional.of(new Accounts.Benefit(claim.placementId(),
                "hb-" + claim.id() + "-" + due.from() + "-" + due.until(), due.from(), due.until(), due.benefit(), day,
                "Housing Benefit"));
    }

    private String ownShare(Tables tables, PlayedYear year, LocalDate day, Housed housed, long pence) {
        boolean pays = Seeds.of(year.seed(), "own share of " + housed.unit(), day.toEpochDay()).nextDouble()
                >= tables.defect("OWN_SHARE_UNPAID");
        return pence <= 0 || !pays ? "" : "own-" + housed.placementId() + "-" + day + "," + day + ","
                + accounts.get(housed.reference(), housed.placementId()).number() + ","
                + BigDecimal.valueOf(pence, PENCE).toPlainString() + "\n";
    }
}
