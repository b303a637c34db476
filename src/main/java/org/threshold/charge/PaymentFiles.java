package org.threshold.charge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Words;
import org.threshold.audit.Sha256;
import org.threshold.charge.PaymentFile.Count;
import org.threshold.charge.PaymentFile.Refused;
import org.threshold.charge.store.ChargeAccountStore;
import org.threshold.charge.store.ChargeLineStore;
import org.threshold.charge.store.ChargeLineStore.Posted;
import org.threshold.charge.store.PaymentFileStore;

/**
 * Takes in files of payments. A payment is known by its {@code payment_id} and is posted once, however often a file is
 * brought; what cannot be matched is kept with the reason and is posted when the file comes again, put right.
 */
@Service
public class PaymentFiles {

    /** As many files, and as many lines of a file, as a page shows. */
    public static final int MOST_SHOWN = 200;

    private static final int LONGEST_NAME = 200;
    private static final String SOURCE = "payment:";

    private final PaymentFileStore store;
    private final ChargeAccountStore accounts;
    private final ChargeLineStore lines;
    private final Charging charging;
    private final ChargeRecord record;

    PaymentFiles(PaymentFileStore store, ChargeAccountStore accounts, ChargeLineStore lines, Charging charging,
                 ChargeRecord record) {
        this.store = store;
        this.accounts = accounts;
        this.lines = lines;
        this.charging = charging;
        this.record = record;
    }

    /** What whoever sends the file says that it holds; null where they do not say. */
    public record Control(Integer number, Long pence) {
    }

    /**
     * @return the number under which the file and its report are kept
     * @throws NotPossible where the file cannot be read, or does not hold what was said; then nothing is posted
     */
    @Needs(Permission.IMPORT_PAYMENTS)
    @Transactional
    public long take(String name, byte[] bytes, Control control) {
        List<PaymentRow> rows = PaymentSheet.read(bytes, record.today());
        requireControl(control, count(rows));
        store.oneAtATime();
        Map<Long, Account> known = accounts(rows);
        accounts.lock(known.keySet());
        Map<String, Posted> before = before(rows);
        Map<String, PaymentRow> fresh = new LinkedHashMap<>();
        List<PaymentRow> repeated = new ArrayList<>();
        List<PaymentRow> refused = new ArrayList<>();
        for (PaymentRow row : rows) {
            PaymentRow checked = checked(row, known);
            Posted posted = before.get(SOURCE + row.paymentId());
            PaymentRow twin = fresh.get(row.paymentId());
            if (checked.wrong() != null) {
                refused.add(checked);
            } else if (posted == null && twin == null) {
                fresh.put(row.paymentId(), row);
            } else if (posted != null ? same(row, posted) : same(row, twin)) {
                repeated.add(row);
            } else {
                refused.add(row.refused("A payment with this payment_id is known with another amount, day or account"));
            }
        }
        charging.post(fresh.values().stream().map(PaymentFiles::line).toList());
        return keep(new PaymentFile(0, shortened(name), count(rows), count(fresh.values()), count(repeated),
                count(refused), record.now(), record.by()), bytes, refused);
    }

    private static void requireControl(Control control, Count found) {
        if (control.number() != null && control.number() != found.number()) {
            throw new NotPossible("The file holds " + found.number() + " payments, not " + control.number()
                    + ". Nothing was posted.");
        }
        if (control.pence() != null && control.pence() != found.pence()) {
            throw new NotPossible("The payments in the file sum to " + Words.pounds(found.pence()) + ", not "
                    + Words.pounds(control.pence()) + ". Nothing was posted.");
        }
    }

    private Map<Long, Account> accounts(List<PaymentRow> rows) {
        return accounts.all(rows.stream().map(PaymentRow::accountId).filter(Objects::nonNull)
                .collect(Collectors.toSet())).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private Map<String, Posted> before(List<PaymentRow> rows) {
        Set<String> sources = rows.stream().map(row -> SOURCE + row.paymentId()).collect(Collectors.toSet());
        return lines.withSources(sources).stream().collect(Collectors.toMap(each -> each.line().source(),
                Function.identity()));
    }

    private static PaymentRow checked(PaymentRow row, Map<Long, Account> known) {
        return row.wrong() == null && !known.containsKey(row.accountId())
                ? row.refused("There is no account of this number") : row;
    }

    private static boolean same(PaymentRow row, Posted posted) {
        return posted.accountId() == row.accountId() && posted.line().pence() == -row.pence()
                && posted.line().onDay().equals(row.paidOn());
    }

    private static boolean same(PaymentRow row, PaymentRow twin) {
        return twin.accountId().equals(row.accountId()) && twin.pence() == row.pence()
                && twin.paidOn().equals(row.paidOn());
    }

    private static NewLine line(PaymentRow row) {
        return NewLine.payment(row.accountId(), row.paidOn(), row.pence(), SOURCE + row.paymentId(),
                "Payment " + row.paymentId());
    }

    private static Count count(Collection<PaymentRow> rows) {
        return new Count(rows.size(), rows.stream().mapToLong(PaymentRow::pence).sum());
    }

    private long keep(PaymentFile file, byte[] bytes, List<PaymentRow> refused) {
        long id = store.insert(file, Sha256.digest().digest(bytes));
        store.insertRefused(id, refused.stream().map(row -> new Refused(row.line(), row.paymentId(), row.account(),
                row.amount(), row.wrong())).toList());
        record.audit("payments.taken", "file " + id, Map.of("lines", text(file.lines()), "posted", text(file.posted()),
                "repeated", text(file.repeated()), "refused", text(file.refused())));
        return id;
    }

    private static String text(Count count) {
        return count.number() + " of " + count.pence();
    }

    private static String shortened(String name) {
        String plain = name == null || name.isBlank() ? "payments.csv" : name.replace("\0", "").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /** Newest first. */
    @Needs(Permission.IMPORT_PAYMENTS)
    @Transactional(readOnly = true)
    public List<PaymentFile> latest() {
        return store.latest(MOST_SHOWN);
    }

    /** @throws NoSuchElementException when there is none of that number */
    @Needs(Permission.IMPORT_PAYMENTS)
    @Transactional(readOnly = true)
    public PaymentFile get(long id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("There is no file " + id));
    }

    @Needs(Permission.IMPORT_PAYMENTS)
    @Transactional(readOnly = true)
    public List<Refused> refused(long id) {
        return store.refused(get(id).id(), MOST_SHOWN);
    }

    /** All of them, to be taken out as a file. */
    @Needs(Permission.IMPORT_PAYMENTS)
    @Transactional
    public List<Refused> takeRefused(long id) {
        List<Refused> all = store.refused(get(id).id(), PaymentSheet.MOST_LINES);
        record.audit("payments.refusedTaken", "file " + id, Map.of("lines", String.valueOf(all.size())));
        return all;
    }
}
