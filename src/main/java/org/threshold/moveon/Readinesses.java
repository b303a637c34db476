package org.threshold.moveon;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.SupportNeed;
import org.threshold.charge.Account;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.Pounds;
import org.threshold.moveon.store.MoveOnStore;
import org.threshold.moveon.store.ReadinessStore;
import org.threshold.moveon.store.RegisterStore;

/** Whether a household could take a settled home today: what is on file, and what an officer found. */
@Service
public class Readinesses {

    private final ReadinessStore store;
    private final MoveOnStore ways;
    private final RegisterStore register;
    private final MoveOns moveOns;
    private final ChargeAccounts accounts;
    private final CaseDetails cases;
    private final MoveOnRecord record;

    Readinesses(ReadinessStore store, MoveOnStore ways, RegisterStore register, MoveOns moveOns, ChargeAccounts accounts,
                CaseDetails cases, MoveOnRecord record) {
        this.store = store;
        this.ways = ways;
        this.register = register;
        this.moveOns = moveOns;
        this.accounts = accounts;
        this.cases = cases;
        this.record = record;
    }

    /** Each thing as it was last looked at, in the order of the list; those that nobody has looked at are left out. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<ReadinessItem, Readiness> of(MoveOn way) {
        return store.latest(way.id()).stream().collect(Collectors.toMap(Readiness::item, each -> each, (one, other) -> one,
                () -> new EnumMap<>(ReadinessItem.class)));
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Means> means(MoveOn way) {
        return store.means(way.id());
    }

    /** What is on file about it, label by label: nobody is asked what the service knows. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<String, String> facts(CaseReference reference) {
        CaseFile file = cases.of(reference);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Owed for temporary accommodation", owed(reference));
        facts.put("Who lives with them", file.household().stream().filter(member -> member.present())
                .map(member -> member.person().name() + ", " + member.person().relationship().title())
                .collect(Collectors.joining("; ")));
        facts.put("Support needs", file.needs().isEmpty() ? "None on file"
                : file.needs().stream().map(SupportNeed::title).collect(Collectors.joining("; ")));
        facts.put("Application to the register", register.latest(reference).map(Readinesses::words).orElse("Missing"));
        return facts;
    }

    private String owed(CaseReference reference) {
        List<Account> of = accounts.of(reference);
        long pence = of.stream().mapToLong(account -> accounts.balance(reference, account.placementId())).sum();
        return of.isEmpty() ? "No account" : pence > 0 ? new Pounds().of(pence) : "Nothing";
    }

    private static String words(RegisterApplication made) {
        return made.verifiedOn() == null ? "Made, not verified" : "Verified" + (made.band() == null ? "" : ", " + made.band());
    }

    /** What was found; only what has changed since the last look is written anew. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, List<Readiness> found, Means means) {
        MoveOn way = moveOns.required(reference);
        Map<ReadinessItem, Readiness> before = of(way);
        for (Readiness each : found) {
            Readiness last = before.get(each.item());
            if (last == null || last.state() != each.state() || !Objects.equals(last.words(), each.words())) {
                store.insert(way.id(), each.item(), each.state(), each.words(), record.by(), record.now());
            }
        }
        if (!Optional.of(means).equals(store.means(way.id()))) {
            store.insert(way.id(), means, record.by(), record.now());
        }
        ways.lead(way.id(), record.by());
        long open = found.stream().filter(each -> each.state() == Readiness.State.NOT_READY).count();
        record.tell(reference, "accommodation", open == 0 ? "Ready for a settled home" : "Readiness for a settled home looked at: " + open
                + " of " + found.size() + " not ready yet", null);
        record.audit(reference, "moveOn.readiness", "move-on " + way.id(), found.stream().collect(Collectors.toMap(
                each -> each.item().name(), each -> each.state().name())), null, way.duty().provision());
    }
}
