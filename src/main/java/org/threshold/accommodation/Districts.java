package org.threshold.accommodation;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.DistrictStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.Texts;

/** All housing authorities of England, and where a notice to each of them goes. */
@Service
public class Districts {

    public static final int LONGEST_ADDRESS = 500;
    /** What a page shows at once. */
    public static final int PAGE = 50;

    private final DistrictStore store;
    private final HomeDistrict home;
    private final AuditTrail audit;

    Districts(DistrictStore store, HomeDistrict home, AuditTrail audit) {
        this.store = store;
        this.home = home;
        this.audit = audit;
    }

    /** The council's own. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public District own() {
        return get(home.district());
    }

    /** @throws NoSuchElementException when there is none */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public District get(String code) {
        return store.find(code).orElseThrow();
    }

    /** Asked at the start, before anybody has signed in: says nothing but whether the code is one. */
    @OpenToAll("the start of the service asks whether the council's own district is one")
    @Transactional(readOnly = true)
    public boolean known(String code) {
        return store.find(code).isPresent();
    }

    /** Every one, in order of name; for a choice. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<District> all() {
        return store.named("", null, 0, 1000);
    }

    /**
     * Those whose name has these letters, in order of name, from {@code offset} on, one more than a page at most.
     *
     * @param withoutAddress only those to which nobody knows where to send a notice
     */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<District> find(String name, boolean withoutAddress, int offset) {
        return store.named(name, withoutAddress ? true : null, offset, PAGE + 1);
    }

    /**
     * Where notices go, and the middle for distances.
     *
     * @param version the one that was seen
     * @throws IllegalArgumentException in words to whoever entered it
     */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void change(String code, int version, String email, String address, Unit.Place middle) {
        District before = get(code);
        String mail = EmailAddress.of(email);
        String post = Texts.optional(address, LONGEST_ADDRESS, "The postal address");
        if (!store.change(code, version, mail, post, middle)) {
            throw new Stale("Someone else changed this district while you were typing. Nothing of yours was saved");
        }
        audit.record(new AuditEntry(null, "district.changed", code, Map.of("before", said(before.noticeEmail()),
                "now", said(mail)), null, "s208"));
    }

    private static String said(String email) {
        return email == null ? "none" : email;
    }
}
