package org.threshold.accommodation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.ProviderStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.Texts;

/** Who lets the council use units, and how to reach them. */
@Service
public class Providers {

    public static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 50;

    private final ProviderStore store;
    private final AuditTrail audit;

    Providers(ProviderStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** In order of name. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<Provider> all() {
        return store.all();
    }

    /** @throws java.util.NoSuchElementException when there is none */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Provider get(long id) {
        return store.find(id).orElseThrow();
    }

    /** @throws IllegalArgumentException in words to whoever entered it */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public long add(String name, String phone, String email) {
        String kept = free(0, name);
        long id = store.insert(kept, phone(phone), EmailAddress.of(email));
        audit.record(new AuditEntry(null, "provider.added", String.valueOf(id), Map.of("name", kept), null, null));
        return id;
    }

    /** @throws IllegalArgumentException in words to whoever entered it */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void change(long id, int version, String name, String phone, String email) {
        String kept = free(id, name);
        if (!store.change(id, version, kept, phone(phone), EmailAddress.of(email))) {
            throw new Stale("Someone else changed this provider while you were typing. Nothing of yours was saved");
        }
        audit.record(new AuditEntry(null, "provider.changed", String.valueOf(id), Map.of("name", kept), null, null));
    }

    private String free(long id, String name) {
        String kept = Texts.required(name, LONGEST_NAME, "The name");
        if (store.all().stream().anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(kept))) {
            throw new IllegalArgumentException("There is a provider of this name already");
        }
        return kept;
    }

    private static String phone(String phone) {
        return Texts.optional(phone, LONGEST_PHONE, "The telephone number");
    }
}
