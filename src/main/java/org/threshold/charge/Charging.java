package org.threshold.charge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Units;
import org.threshold.charge.store.ChargeAccountStore;
import org.threshold.charge.store.ChargeLineStore;

/**
 * Charges the nights of placements (Housing Act 1996 s206(2)): what the facts of the placement say, no more and no less,
 * a line for each night on the morning after it.
 */
@Component
class Charging {

    private static final int AT_ONCE = 100;

    private final ChargeAccountStore accounts;
    private final ChargeLineStore lines;
    private final Units units;
    private final CurrentOfficer officer;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Charging(ChargeAccountStore accounts, ChargeLineStore lines, Units units, CurrentOfficer officer, Clock clock,
             TransactionTemplate transactions) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.lines = lines;
        this.units = units;
        this.officer = officer;
        this.clock = clock;
    }

    /** Accounts of these placements, opened where there was none, and held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Account> held(Collection<Long> placementIds) {
        accounts.open(placementIds, clock.instant(), officer.get().username());
        accounts.lock(accounts.ofPlacements(placementIds).stream().map(Account::id).toList());
        return accounts.ofPlacements(placementIds);
    }

    /**
     * Makes the charges agree with the placements as they stand now, all nights of them.
     *
     * @param why what is said about nights that are taken back
     * @return how many lines it took
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int agree(Collection<Long> placementIds, String why) {
        List<Account> held = held(placementIds);
        Map<Long, List<Line>> charged = lines.nights(held.stream().map(Account::id).toList());
        Map<Long, NavigableMap<LocalDate, Rate>> book = book(held);
        List<NewLine> missing = new ArrayList<>();
        for (Account account : held) {
            missing.addAll(wanted(account, book).differences(charged.getOrDefault(account.id(), List.of()), why));
        }
        return post(missing);
    }

    /**
     * Charges the nights that were spent since the last one charged, of so many accounts at most.
     *
     * @return how many accounts had any
     */
    @Transactional
    int chargeNewNights(int most) {
        List<Long> due = accounts.due(LocalDate.now(clock), most);
        if (due.isEmpty()) {
            return 0;
        }
        accounts.lock(due);
        List<Account> held = accounts.all(due);
        Map<Long, LocalDate> until = lines.chargedUntil(due);
        Map<Long, NavigableMap<LocalDate, Rate>> book = book(held);
        List<NewLine> nights = new ArrayList<>();
        for (Account account : held) {
            nights.addAll(wanted(account, book).from(until.getOrDefault(account.id(), account.chargedFrom())));
        }
        post(nights);
        return due.size();
    }

    /** Every account of a placement that is lived in, or was in the last year; some at a time, each on its own. */
    int agreeAll() {
        int written = 0;
        List<Long> placements = accounts.livedInSince(LocalDate.now(clock).minusYears(1));
        for (int from = 0; from < placements.size(); from += AT_ONCE) {
            List<Long> some = placements.subList(from, Math.min(from + AT_ONCE, placements.size()));
            written += transactions.execute(one -> agree(some, "The rate of the unit was changed for this night"));
        }
        return written;
    }

    int post(List<NewLine> those) {
        lines.insert(those, clock.instant(), officer.get().username());
        return those.size();
    }

    private WantedNights wanted(Account account, Map<Long, NavigableMap<LocalDate, Rate>> book) {
        return new WantedNights(account, book.get(account.unitId()), LocalDate.now(clock));
    }

    /** By unit, the rates by the first night for which each holds; of two for one night the later recorded one holds. */
    private Map<Long, NavigableMap<LocalDate, Rate>> book(List<Account> of) {
        Map<Long, NavigableMap<LocalDate, Rate>> book = new HashMap<>();
        units.rates(of.stream().map(Account::unitId).filter(Objects::nonNull).distinct().toList())
                .forEach((unit, rates) -> {
                    NavigableMap<LocalDate, Rate> byNight = new TreeMap<>();
                    rates.forEach(each -> byNight.put(each.from(), each.rate()));
                    book.put(unit, byNight);
                });
        return book;
    }
}
