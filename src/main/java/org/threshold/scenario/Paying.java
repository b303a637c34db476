package org.threshold.scenario;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Stock;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.charge.Accounts;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.PaymentFiles;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.demonstration.Desk;

/**
 * Every fourth Monday Housing Benefit pays what was awarded, and households pay what is theirs, most of them. What was
 * awarded since the last one is paid from its first night. So what is owed comes of claims that are late or missing,
 * and of own shares that are not paid.
 */
@Component
@Profile("demonstration")
class Paying {

    private static final int DAYS_OF_WEEK = 7;
    private static final int PENCE = 2;

    private final Stock stock;
    private final BenefitClaims claims;
    private final Accounts ledger;
    private final ChargeAccounts accounts;
    private final PaymentFiles files;
    private final Desk desk;

    Paying(Stock stock, BenefitClaims claims, Accounts ledger, ChargeAccounts accounts, PaymentFiles files, Desk desk) {
        this.stock = stock;
        this.claims = claims;
        this.ledger = ledger;
        this.accounts = accounts;
        this.files = files;
        this.desk = desk;
    }

    /** On a day on which it is paid, in the morning; asked again on the same day, it changes nothing. */
    void due(Tables tables, PlayedYear year, LocalDate day) {
        if (PayDays.is(year, day)) {
            List<Housed> housed = desk.as(Supervisor.NAME, () -> stock.on(day.minusDays(1)));
            pay(tables, year, day, housed);
        }
    }

    /** What is left to be paid of those who leave on that day. */
    void last(Tables tables, PlayedYear year, LocalDate day, Housed housed) {
        pay(tables, year, day, List.of(housed));
    }

    private void pay(Tables tables, PlayedYear year, LocalDate day, List<Housed> housed) {
        desk.as(Supervisor.NAME, () -> {
            List<Accounts.Benefit> benefit = new ArrayList<>();
            StringBuilder payments = new StringBuilder("payment_id,paid_on,account,amount\n");
            int headings = payments.length();
            for (Housed each : housed) {
                Optional<BenefitClaim> awarded = claims.find(each.reference(), each.placementId())
                        .filter(claim -> claim.awardedWeekly() != null && decidedBefore(claim, day));
                awarded.flatMap(claim -> benefit(year, day, claim)).ifPresent(benefit::add);
                payments.append(awarded.map(claim -> ownShare(tables, year, day, each, claim)).orElse(""));
            }
            ledger.creditBenefit(benefit);
            if (payments.length() > headings) {
                files.take("payments-" + day + ".csv", payments.toString().getBytes(StandardCharsets.UTF_8),
                        new PaymentFiles.Control(null, null));
            }
            return null;
        });
    }

    /** What is decided on a day is paid the next time, however often that day is played. */
    private static boolean decidedBefore(BenefitClaim claim, LocalDate day) {
        return claim.decidedOn() == null || claim.decidedOn().isBefore(day);
    }

    private static Optional<Accounts.Benefit> benefit(PlayedYear year, LocalDate day, BenefitClaim claim) {
        LocalDate before = PayDays.paidUntil(year, day);
        boolean isNew = claim.decidedOn() != null && !claim.decidedOn().isBefore(before);
        LocalDate from = later(claim.awardedFrom(), isNew ? year.firstDay().minusDays(1) : before);
        long pence = claim.awardedWeekly() * ChronoUnit.DAYS.between(from, day) / DAYS_OF_WEEK;
        return pence <= 0 ? Optional.empty() : Optional.of(new Accounts.Benefit(claim.placementId(),
                "hb-" + claim.id() + "-" + from + "-" + day, from, day, pence, day, "Housing Benefit"));
    }

    private String ownShare(Tables tables, PlayedYear year, LocalDate day, Housed housed, BenefitClaim claim) {
        LocalDate from = later(housed.firstNight(), PayDays.paidUntil(year, day));
        long pence = (weekly(housed.rate()) - claim.awardedWeekly()) * ChronoUnit.DAYS.between(from, day) / DAYS_OF_WEEK;
        boolean pays = Seeds.of(year.seed(), "own share of " + housed.unit(), day.toEpochDay()).nextDouble()
                >= tables.defect("OWN_SHARE_UNPAID");
        return pence <= 0 || !pays ? "" : "own-" + housed.placementId() + "-" + day + "," + day + ","
                + accounts.get(housed.reference(), housed.placementId()).number() + ","
                + BigDecimal.valueOf(pence, PENCE).toPlainString() + "\n";
    }

    private static long weekly(Rate rate) {
        return rate.per() == Rate.Per.NIGHT ? (long) rate.total() * DAYS_OF_WEEK : rate.total();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
