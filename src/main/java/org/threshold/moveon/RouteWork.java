package org.threshold.moveon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Pounds;
import org.threshold.moveon.store.RouteWorkStore;

/** What is done on the routes that do not lead over the housing register: private rented, supported, return home. */
@Service
public class RouteWork {

    private final RouteWorkStore store;
    private final MoveOns moveOns;
    private final ReturnHomeSafety safety;
    private final MoveOnRecord record;

    RouteWork(RouteWorkStore store, MoveOns moveOns, ReturnHomeSafety safety, MoveOnRecord record) {
        this.store = store;
        this.moveOns = moveOns;
        this.safety = safety;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<LandlordContact> contacts(MoveOn way) {
        return store.contacts(way.id());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Help> help(MoveOn way) {
        return store.help(way.id());
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<SupportedReferral> referrals(MoveOn way) {
        return store.referrals(way.id());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<ReturnHome> returnHome(CaseReference reference) {
        return store.latestReturn(reference);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void contacted(CaseReference reference, LandlordContact contact) {
        MoveOn way = moveOns.required(reference);
        store.insert(way.id(), contact, record.by(), record.now());
        record.tell(reference, "accommodation", "A landlord was asked for a home: " + contact.landlord(), contact.words());
        record.audit(reference, "moveOn.landlordAsked", "move-on " + way.id(), Map.of(), null,
                Route.PRIVATE_RENTED.provision());
    }

    /** Money or goods that the council gives so that they can move. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void helped(CaseReference reference, List<Help> given) {
        MoveOn way = moveOns.required(reference);
        for (Help help : given) {
            store.insert(way.id(), help, record.by(), record.now());
            String amount = new Pounds().of(help.pence());
            record.tell(reference, "accommodation", "Help to move: " + help.kind().words() + ", " + amount, help.words());
            record.audit(reference, "moveOn.help", "move-on " + way.id(), Map.of("kind", help.kind().name(), "amount",
                    amount), help.words(), "Housing Act 1996 s205, s206(1)");
        }
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void referred(CaseReference reference, SupportedReferral made) {
        MoveOn way = moveOns.required(reference);
        store.insert(way.id(), made, record.by(), record.now());
        record.tell(reference, "accommodation", "Supported housing, " + made.to() + ": " + made.outcome().words(), made.words());
        record.audit(reference, "moveOn.supportedReferral", "move-on " + way.id(), Map.of("outcome",
                made.outcome().name()), null, Route.SUPPORTED.provision());
    }

    /** Safety comes before anything else is asked of anybody. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void safety(CaseReference reference, boolean safe, String words) {
        if (safe) {
            requireAllowed(reference);
        }
        returning(reference, new ReturnHome(ReturnHome.Stage.SAFETY, safe, null, null, words, record.today()),
                safe ? "Going back home was found to be safe" : "Going back home is not safe and is not offered");
    }

    /** The host has agreed. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void agreed(CaseReference reference, ReturnHome agreement) {
        requireAllowed(reference);
        if (store.latestReturn(reference).isEmpty()) {
            throw new NotPossible("Whether going back is safe has not been asked yet.");
        }
        returning(reference, agreement, "The host agrees that they come back");
    }

    /** The host has not agreed, or not yet. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void mediated(CaseReference reference, String words) {
        record.tell(reference, "accommodation", "The return home was spoken about; the host has not agreed", words);
    }

    private void requireAllowed(CaseReference reference) {
        safety.refusal(reference).ifPresent(refused -> {
            throw new NotPossible(refused);
        });
    }

    private void returning(CaseReference reference, ReturnHome found, String headline) {
        MoveOn way = moveOns.required(reference);
        store.insert(reference, way.id(), found, record.by(), record.now());
        record.tell(reference, "accommodation", headline, found.words());
        record.audit(reference, "moveOn.returnHome", "move-on " + way.id(), Map.of("stage", found.stage().name(), "safe",
                String.valueOf(found.safe())), found.words(), Route.RETURN_HOME.provision());
    }
}
