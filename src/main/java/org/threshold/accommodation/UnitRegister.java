package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.DistrictStore;
import org.threshold.accommodation.store.ProviderStore;
import org.threshold.accommodation.store.UnitStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.Texts;

/** Changes the register of units. What a unit has and costs is changed from a date; what was true before stays. */
@Service
public class UnitRegister {

    /** From when the first facts and the first rate of a unit hold, so that no night of it is without. */
    public static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private static final int LONGEST_REASON = 300;

    private final UnitStore store;
    private final DistrictStore districts;
    private final ProviderStore providers;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final NightsWatch nights;
    private final Clock clock;

    UnitRegister(UnitStore store, DistrictStore districts, ProviderStore providers, AuditTrail audit,
                 CurrentOfficer officer, NightsWatch nights, Clock clock) {
        this.store = store;
        this.districts = districts;
        this.providers = providers;
        this.audit = audit;
        this.officer = officer;
        this.nights = nights;
        this.clock = clock;
    }

    /**
     * @return its id
     * @throws IllegalArgumentException in words to whoever entered it
     */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public long add(UnitDetails details, Facilities facilities, Rate rate) {
        check(details, 0);
        check(facilities);
        long id = store.insert(details);
        store.addFacilities(id, BEGINNING, facilities, null, clock.instant(), officer.get().username());
        store.addRate(id, BEGINNING, rate, null, clock.instant(), officer.get().username());
        record(id, "unit.added", Map.of("name", details.name(), "district", details.district()), null);
        return id;
    }

    /** @param version the {@link Unit#version} that was seen */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void change(long id, int version, UnitDetails details) {
        check(details, id);
        requireSaved(store.change(id, version, details));
        record(id, "unit.changed", Map.of("name", details.name(), "district", details.district()), null);
    }

    /** It costs something else from this night on; a day in the past corrects what was recorded. */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void changeRate(long id, LocalDate from, Rate rate, String why) {
        require(id);
        String reason = reason(why);
        store.addRate(id, from, rate, reason, clock.instant(), officer.get().username());
        record(id, "unit.rateChanged", Map.of("from", from.toString(), "per", rate.per().name(), "eligiblePence",
                String.valueOf(rate.eligible()), "ineligiblePence", String.valueOf(rate.ineligible())), reason);
    }

    /** It has something else, or somebody else runs it, from this night on; a day in the past corrects. */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void changeFacilities(long id, LocalDate from, Facilities facilities, String why) {
        require(id);
        check(facilities);
        String reason = reason(why);
        store.addFacilities(id, from, facilities, reason, clock.instant(), officer.get().username());
        record(id, "unit.facilitiesChanged", Map.of("from", from.toString(), "bedAndBreakfast",
                String.valueOf(facilities.bedAndBreakfast())), reason);
        nights.unitChanged(id, "What was recorded of a unit has changed from " + Words.day(from) + ".");
    }

    /** The council does not use it any more from this day on. Whoever lives there stays recorded there. */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void withdraw(long id, int version, LocalDate on, String why) {
        String reason = reason(why);
        requireSaved(store.withdraw(id, version, on));
        record(id, "unit.withdrawn", Map.of("on", on.toString()), reason);
    }

    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void useAgain(long id, int version) {
        requireSaved(store.withdraw(id, version, null));
        record(id, "unit.usedAgain", Map.of(), null);
    }

    private void check(UnitDetails details, long id) {
        if (districts.find(details.district()).isEmpty()) {
            throw new IllegalArgumentException("There is no district with the code " + details.district());
        }
        if (providers.find(details.providerId()).isEmpty()) {
            throw new IllegalArgumentException("There is no such provider. Select who lets the council use it");
        }
        if (store.nameTaken(details.name(), id)) {
            throw new IllegalArgumentException("There is a unit of this name already");
        }
    }

    private static void check(Facilities has) {
        if (has.selfContained() && (has.cooking() != Facilities.Share.OWN || has.toilet() != Facilities.Share.OWN
                || has.washing() != Facilities.Share.OWN)) {
            throw new IllegalArgumentException(
                    "A self-contained unit has its own toilet, washing and cooking. Change one or the other");
        }
        if (has.toilet() == Facilities.Share.NONE || has.washing() == Facilities.Share.NONE) {
            throw new IllegalArgumentException("A unit has a toilet and somewhere to wash, of its own or shared");
        }
    }

    private void require(long id) {
        store.find(id, LocalDate.now(clock)).orElseThrow();
    }

    private static String reason(String why) {
        return Texts.required(why, LONGEST_REASON, "The reason");
    }

    private static void requireSaved(boolean saved) {
        if (!saved) {
            throw new Stale("Someone else changed this unit while you were typing. Nothing of yours was saved: look at"
                    + " what they changed, then save again");
        }
    }

    private void record(long id, String action, Map<String, String> details, String reason) {
        audit.record(new AuditEntry(null, action, "unit " + id, details, reason, null));
    }
}
