package org.threshold.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Words;
import org.threshold.charge.store.ChargeLineStore;
import org.threshold.charge.store.ChargeLineStore.Posted;

/** Posts benefit and opening balances, each once. */
@Service("chargeAccountLedger")
class AccountLedger implements Accounts {

    private static final String BENEFIT = "benefit:";

    private final ChargeLineStore lines;
    private final Charging charging;
    private final ChargeRecord record;

    AccountLedger(ChargeLineStore lines, Charging charging, ChargeRecord record) {
        this.lines = lines;
        this.charging = charging;
        this.record = record;
    }

    static String sourceOf(String key) {
        return BENEFIT + key;
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional
    @Override
    public int creditBenefit(List<Benefit> credits) {
        credits.forEach(AccountLedger::check);
        Map<Long, Account> held = held(credits.stream().map(Benefit::placementId).distinct().toList());
        Map<String, Posted> known = lines.withSources(credits.stream().map(each -> sourceOf(each.key()))
                .collect(Collectors.toSet())).stream().collect(Collectors.toMap(each -> each.line().source(),
                each -> each));
        Map<String, Benefit> fresh = new HashMap<>();
        List<NewLine> posted = new ArrayList<>();
        for (Benefit credit : credits) {
            Posted before = known.get(sourceOf(credit.key()));
            Benefit twin = fresh.putIfAbsent(credit.key(), credit);
            if (before != null || twin != null) {
                requireSame(credit, before, twin);
            } else {
                posted.add(NewLine.benefit(held.get(credit.placementId()).id(), credit));
            }
        }
        charging.post(posted);
        tell(posted, held);
        return posted.size();
    }

    private static void check(Benefit credit) {
        if (credit.pence() <= 0 || !credit.from().isBefore(credit.until())) {
            throw new IllegalArgumentException("A benefit credit is more than nothing, for one night or more");
        }
    }

    private static void requireSame(Benefit credit, Posted before, Benefit twin) {
        boolean same = before == null ? credit.equals(twin) : before.placementId() == credit.placementId()
                && before.line().pence() == -credit.pence() && before.line().nightsFrom().equals(credit.from())
                && before.line().nightsUntil().equals(credit.until());
        if (!same) {
            throw new IllegalArgumentException("The benefit credit " + credit.key() + " was posted before, as another one");
        }
    }

    /** One sentence for each case, however many weeks it is. */
    private void tell(List<NewLine> posted, Map<Long, Account> held) {
        Map<Long, Long> sums = posted.stream().collect(Collectors.groupingBy(NewLine::accountId,
                Collectors.summingLong(NewLine::pence)));
        held.values().stream().filter(account -> sums.containsKey(account.id())).forEach(account -> record.tell(
                account.caseReference(), "account.benefitCredited", account, Map.of("pence",
                        String.valueOf(-sums.get(account.id()))), null,
                "Housing Benefit of " + Words.pounds(-sums.get(account.id())) + " was credited to the account",
                account.number()));
    }

    @Needs(Permission.EXCHANGE_CLAIMS)
    @Transactional
    @Override
    public boolean takeBackBenefit(String key, String why) {
        List<Posted> found = lines.withSources(Set.of(sourceOf(key)));
        if (found.isEmpty()) {
            return false;
        }
        Account account = held(List.of(found.get(0).placementId())).get(found.get(0).placementId());
        Line line = lines.find(account.id(), found.get(0).line().id()).orElseThrow();
        if (line.takenBack()) {
            return false;
        }
        charging.post(List.of(NewLine.reversal(account.id(), line, why)));
        record.tell(account.caseReference(), "account.benefitTakenBack", account,
                Map.of("line", String.valueOf(line.id()), "pence", String.valueOf(-line.pence())), why,
                "Housing Benefit of " + Words.pounds(-line.pence()) + " was taken back from the account", why);
        return true;
    }

    @Needs(Permission.IMPORT_CASELOAD)
    @Transactional
    @Override
    public void open(List<Opening> openings) {
        Map<Long, Account> held = held(openings.stream().map(Opening::placementId).distinct().toList());
        Map<Long, LocalDate> charged = lines.chargedUntil(held.values().stream().map(Account::id).toList());
        List<NewLine> posted = new ArrayList<>();
        for (Opening opening : openings) {
            Account account = held.get(opening.placementId());
            if (account.openedFrom() != null || charged.containsKey(account.id())) {
                throw new IllegalArgumentException("The account of placement " + opening.placementId()
                        + " has begun already, so no balance can be brought over to it");
            }
            posted.add(NewLine.opening(account.id(), opening.asAt(), opening.pence()));
        }
        charging.post(posted);
        for (Opening opening : openings) {
            Account account = held.get(opening.placementId());
            record.tell(account.caseReference(), "account.opened", account, Map.of("asAt", opening.asAt().toString(),
                            "pence", String.valueOf(opening.pence())), null,
                    "A balance of " + Words.pounds(opening.pence()) + " was brought over to the account",
                    "As it stood at the beginning of " + Words.day(opening.asAt()));
        }
    }

    private Map<Long, Account> held(List<Long> placements) {
        return charging.held(placements).stream().collect(Collectors.toMap(Account::placementId, each -> each));
    }
}
