package org.threshold.accommodation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.SchoolStore;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.Texts;

/** Schools and other places, kept once for everybody, and which of them a member of a household goes to. */
@Service
public class Schools {

    public static final int LONGEST_NAME = 150;
    /** What a page shows at once. */
    public static final int PAGE = 50;

    private final SchoolStore store;
    private final Household household;
    private final AccommodationRecord record;

    Schools(SchoolStore store, Household household, AccommodationRecord record) {
        this.store = store;
        this.household = household;
        this.record = record;
    }

    /** Which place each member of the household goes to, by member. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, NamedPlace> of(CaseReference reference) {
        return store.of(reference);
    }

    /** All known places, in order of name, for a choice. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<NamedPlace> all() {
        return store.all();
    }

    /** @throws java.util.NoSuchElementException when there is none */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public NamedPlace get(long id) {
        return store.find(id).orElseThrow();
    }

    /**
     * A member of the household goes there from now on.
     *
     * @param placeId null when they go to none, or it is not known
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void goesTo(CaseReference reference, long memberId, Long placeId) {
        String name = household.member(reference, memberId).person().name();
        NamedPlace before = store.of(reference).get(memberId);
        if (placeId == null ? before == null : before != null && before.id() == placeId) {
            return;
        }
        if (placeId == null) {
            store.remove(memberId);
        } else {
            store.put(memberId, placeId, record.now(), record.by());
        }
        record.tell(reference, "system", placeId == null ? name + " has no school on record any more"
                : name + " goes to " + get(placeId).name(), null);
        record.audit(reference, "household.schoolChanged", "member " + memberId, Map.of(), null, null);
    }

    /** A member of the household goes to a school that is not known yet. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void goesToNew(CaseReference reference, long memberId, String name, String postcode, Unit.Place place) {
        goesTo(reference, memberId, add(name, postcode, place));
    }

    /**
     * @param postcode null when not known
     * @throws IllegalArgumentException in words to whoever entered it
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public long add(String name, String postcode, Unit.Place place) {
        String kept = free(0, name);
        long id = store.insert(kept, postcode(postcode), place);
        record.audit("place.added", "place " + id, Map.of("name", kept), null);
        return id;
    }

    /** @param version the {@link NamedPlace#version} that was seen */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void change(long id, int version, String name, String postcode, Unit.Place place) {
        String kept = free(id, name);
        if (!store.change(id, version, kept, postcode(postcode), place)) {
            throw new Stale("Someone else changed this place while you were typing. Nothing of yours was saved");
        }
        record.audit("place.changed", "place " + id, Map.of("name", kept), null);
    }

    private String free(long id, String name) {
        String kept = Texts.required(name, LONGEST_NAME, "The name");
        if (store.all().stream().anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(kept))) {
            throw new IllegalArgumentException("There is a place of this name already: choose it from the list");
        }
        return kept;
    }

    private static String postcode(String typed) {
        return typed == null || typed.isBlank() ? null : Postcode.parse(typed).value();
    }
}
