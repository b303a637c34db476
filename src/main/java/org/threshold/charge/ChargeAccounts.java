package org.threshold.charge;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.store.AgreementStore;
import org.threshold.charge.store.ChargeAccountStore;
import org.threshold.charge.store.ChargeLineStore;
import org.threshold.clock.ServiceClock;

/** The charge accounts of a case: what was charged, what was paid, and what was agreed, for any day. */
@Service
public class ChargeAccounts {

    /** How many benefit weeks are shown line by line where nobody says from when. */
    public static final int WEEKS_SHOWN = 13;

    private final ChargeAccountStore accounts;
    private final ChargeLineStore lines;
    private final AgreementStore agreements;
    private final Charging charging;
    private final ChargeRecord record;

    ChargeAccounts(ChargeAccountStore accounts, ChargeLineStore lines, AgreementStore agreements, Charging charging,
                   ChargeRecord record) {
        this.accounts = accounts;
        this.lines = lines;
        this.agreements = agreements;
        this.charging = charging;
        this.record = record;
    }

    /** All of a case, oldest first: one for each placement of which the keys were given. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Account> of(CaseReference reference) {
        return accounts.ofCase(reference);
    }

    /** @throws NoSuchElementException where this case has no such account */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Account get(CaseReference reference, long placementId) {
        return accounts.ofPlacement(placementId).filter(account -> account.caseReference().equals(reference))
                .orElseThrow(() -> new NoSuchElementException("There is no account of placement " + placementId));
    }

    /** In pence, as it stands now. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public long balance(CaseReference reference, long placementId) {
        return lines.balance(get(reference, placementId).id(), record.today(), record.now().plusSeconds(1));
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public AccountState state(CaseReference reference, long placementId) {
        Account account = get(reference, placementId);
        Map<LineKind, Long> totals = lines.totals(account.id(), record.today(), record.now().plusSeconds(1));
        long balance = totals.values().stream().mapToLong(Long::longValue).sum();
        return AccountState.of(account.ended(), balance, agreements.arrangement(account.id()).isPresent(),
                totals.getOrDefault(LineKind.WRITE_OFF, 0L) != 0);
    }

    /**
     * The account as it stood at the end of a day.
     *
     * @param onDay       the last day that counts, not after today
     * @param asKnownThen without what was posted or corrected after that day
     * @param from        the first day shown line by line, or null for the last quarter
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Statement statement(CaseReference reference, long placementId, LocalDate onDay, boolean asKnownThen,
                               LocalDate from) {
        Account account = get(reference, placementId);
        LocalDate last = onDay.isAfter(record.today()) ? record.today() : onDay;
        LocalDate first = from == null ? last.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS_SHOWN - 1L).plusDays(1) : from.isAfter(last) ? last : from;
        Instant known = asKnownThen ? last.plusDays(1).atStartOfDay(ServiceClock.LONDON).toInstant() : record.now().plusSeconds(1);
        long forward = lines.balance(account.id(), first.minusDays(1), known);
        List<Statement.Row> rows = StatementRows.of(lines.between(account.id(), first, last, known), forward);
        Map<LineKind, Long> totals = lines.totals(account.id(), last, known);
        return new Statement(account, first, last, asKnownThen, forward, rows,
                totals.values().stream().mapToLong(Long::longValue).sum(),
                lines.chargedUntil(List.of(account.id())).get(account.id()), totals);
    }

    /**
     * A payment that was taken by hand.
     *
     * @param receipt the number of the receipt: each is posted once
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void receive(CaseReference reference, long placementId, long pence, LocalDate on, String receipt) {
        Account account = held(reference, placementId);
        requirePositive(pence);
        requireDayOf(account, on);
        try {
            charging.post(List.of(NewLine.payment(account.id(), on, pence, "receipt:" + receipt,
                    "Payment, receipt " + receipt)));
        } catch (DuplicateKeyException again) {
            throw new NotPossible("A payment with receipt " + receipt + " is on an account already.");
        }
        record.tell(reference, "account.paymentReceived", account, Map.of("pence", String.valueOf(pence), "on",
                on.toString()), null, "A payment of " + Words.pounds(pence) + " was received", account.number());
    }

    /** Takes a payment, or something that was agreed, off the account by a line of its own. */
    @Needs(Permission.ADJUST_CHARGES)
    @Transactional
    public void takeBack(CaseReference reference, long placementId, long lineId, String why) {
        Account account = held(reference, placementId);
        Line line = lines.find(account.id(), lineId)
                .orElseThrow(() -> new NoSuchElementException("There is no line " + lineId));
        if (line.reversal() || line.of() == LineKind.OPENING) {
            throw new NotPossible("This line cannot be taken back. Ask for an adjustment instead.");
        }
        if (line.of() == LineKind.CHARGE) {
            throw new NotPossible("A charge follows the placement. Correct the dates of the placement, or the unit’s rate.");
        }
        if (line.of() == LineKind.BENEFIT) {
            throw new NotPossible("Benefit is taken back by the decision on the claim.");
        }
        if (line.takenBack()) {
            throw new NotPossible("This line was taken back already.");
        }
        charging.post(List.of(NewLine.reversal(account.id(), line, why)));
        record.tell(reference, "account.lineTakenBack", account, Map.of("line", String.valueOf(lineId), "pence",
                String.valueOf(line.pence())), why, "Taken back from the account: " + line.of().words() + " of "
                + Words.pounds(Math.abs(line.pence())), why);
    }

    /** Until all of what is owed is settled, they pay so much. Takes the place of an arrangement before it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void arrange(CaseReference reference, long placementId, long pence, Arrangement.Every every,
                        LocalDate firstOn, String words) {
        Account account = held(reference, placementId);
        requirePositive(pence);
        if (balance(reference, placementId) <= 0) {
            throw new NotPossible("Nothing is owed on this account, so there is nothing to arrange.");
        }
        agreements.arrangement(account.id()).ifPresent(before -> agreements.endArrangement(before.id(),
                "Replaced by another arrangement", record.now(), record.by()));
        agreements.arrange(new Arrangement(0, account.id(), pence, every, firstOn, words, record.now(), record.by()));
        record.tell(reference, "account.arranged", account, Map.of("pence", String.valueOf(pence), "every",
                every.name(), "from", firstOn.toString()), null, "An arrangement to pay was agreed: "
                + Words.pounds(pence) + " " + every.words() + " from " + Words.day(firstOn), words);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endArrangement(CaseReference reference, long placementId, String why) {
        Account account = held(reference, placementId);
        Arrangement running = agreements.arrangement(account.id())
                .orElseThrow(() -> new NotPossible("No arrangement to pay is running on this account."));
        agreements.endArrangement(running.id(), why, record.now(), record.by());
        record.tell(reference, "account.arrangementEnded", account, Map.of(), why, "The arrangement to pay ended", why);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Arrangement> arrangement(CaseReference reference, long placementId) {
        return agreements.arrangement(get(reference, placementId).id());
    }

    private Account held(CaseReference reference, long placementId) {
        Account account = get(reference, placementId);
        accounts.lock(List.of(account.id()));
        return account;
    }

    private static void requirePositive(long pence) {
        if (pence <= 0) {
            throw new NotPossible("Enter an amount of more than nothing.");
        }
    }

    private void requireDayOf(Account account, LocalDate on) {
        if (on.isAfter(record.today())) {
            throw new NotPossible("The day of a payment cannot be in the future.");
        }
        if (account.startsOn() != null && on.isBefore(account.startsOn())) {
            throw new NotPossible("The day of a payment cannot be before the first night.");
        }
    }
}
