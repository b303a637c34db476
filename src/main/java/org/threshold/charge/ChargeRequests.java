package org.threshold.charge;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.store.ChargeAccountStore;
import org.threshold.charge.store.AgreementStore;

/**
 * Adjustments, write-offs and money paid back: asked for by one person and agreed by another, who has the authority for
 * the amount. Nothing stands on the account before that.
 */
@Service
public class ChargeRequests {

    /** Above this, in pence, it takes a service manager: a thousand pounds. */
    public static final long MOST_FOR_A_LEADER = 100_000;
    /** A mistyped amount is more likely than one as large as this, in pence: a hundred thousand pounds. */
    private static final long MOST = 10_000_000;

    private final ChargeAccounts accounts;
    private final ChargeAccountStore store;
    private final AgreementStore agreements;
    private final Charging charging;
    private final SecondPerson second;
    private final ChargeRecord record;

    ChargeRequests(ChargeAccounts accounts, ChargeAccountStore store, AgreementStore agreements, Charging charging,
                   SecondPerson second, ChargeRecord record) {
        this.accounts = accounts;
        this.store = store;
        this.agreements = agreements;
        this.charging = charging;
        this.second = second;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ChargeRequest> of(CaseReference reference, long placementId) {
        return agreements.requests(accounts.get(reference, placementId).id());
    }

    /**
     * @param pence more is owed where it is more than nothing; less than nothing for a write-off, more for a refund
     * @param words what the licensee reads
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void ask(CaseReference reference, long placementId, LineKind kind, long pence, String words, String reason) {
        Account account = accounts.get(reference, placementId);
        store.lock(List.of(account.id()));
        if (pence == 0 || Math.abs(pence) > MOST) {
            throw new NotPossible("Enter an amount of more than nothing, and of not more than "
                    + Words.pounds(MOST) + ".");
        }
        requireWithin(kind, pence, accounts.balance(reference, placementId));
        ChargeRequest request = new ChargeRequest(0, account.id(), kind, pence, words, reason, record.now(),
                record.by(), null, null, null, null);
        long id = agreements.ask(request);
        Prepared prepared = Prepared.by(rule(pence), reference, record.by());
        Map<String, String> facts = new TreeMap<>(second.asked(prepared));
        facts.putAll(Map.of("kind", kind.name(), "pence", String.valueOf(pence), "request", String.valueOf(id)));
        record.tell(reference, "account.changeAsked", account, facts, reason, kind.words() + " of "
                + Words.pounds(Math.abs(pence)) + " was asked for on the account", reason);
    }

    /** A write-off takes no more than is owed, and nobody is paid back what they have not paid too much. */
    private static void requireWithin(LineKind kind, long pence, long balance) {
        if (kind == LineKind.WRITE_OFF && (pence > 0 || -pence > balance)) {
            throw new NotPossible("Only what is owed can be written off: " + Words.pounds(Math.max(0, balance)) + ".");
        }
        if (kind == LineKind.REFUND && (pence < 0 || pence > -balance)) {
            throw new NotPossible("Only what is in credit can be paid back: " + Words.pounds(Math.max(0, -balance)) + ".");
        }
    }

    /** Why the current officer may not answer it, or null when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String refusal(CaseReference reference, ChargeRequest request) {
        return second.refusal(prepared(reference, request)).orElse(null);
    }

    /** Posts it, or keeps why not. */
    @Needs(Permission.ADJUST_CHARGES)
    @Transactional
    public void answer(CaseReference reference, long placementId, long requestId, boolean agreed, String words) {
        Account account = accounts.get(reference, placementId);
        store.lock(List.of(account.id()));
        ChargeRequest request = agreements.request(account.id(), requestId)
                .orElseThrow(() -> new NoSuchElementException("There is no request " + requestId));
        Map<String, String> facts = new TreeMap<>(second.require(prepared(reference, request)));
        if (agreed) {
            requireWithin(request.kind(), request.pence(), accounts.balance(reference, placementId));
        }
        if (!agreements.answer(requestId, agreed, words, record.now(), record.by())) {
            throw new NotPossible("Somebody else has answered this already.");
        }
        if (agreed) {
            charging.post(List.of(NewLine.agreed(request, record.today())));
        }
        facts.putAll(Map.of("kind", request.kind().name(), "pence", String.valueOf(request.pence()), "request",
                String.valueOf(requestId)));
        record.tell(reference, agreed ? "account.changeAgreed" : "account.changeRefused", account, facts, words,
                request.kind().words() + " of " + Words.pounds(Math.abs(request.pence())) + (agreed ? " was agreed"
                        : " was not agreed"), words);
    }

    private static Prepared prepared(CaseReference reference, ChargeRequest request) {
        return Prepared.by(rule(request.pence()), reference, request.askedBy());
    }

    private static FourEyes rule(long pence) {
        return Math.abs(pence) > MOST_FOR_A_LEADER ? FourEyes.LARGE_CHARGE_CHANGE : FourEyes.CHARGE_CHANGE;
    }
}
