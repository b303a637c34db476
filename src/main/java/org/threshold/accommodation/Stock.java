package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.StockStore;
import org.threshold.casefile.CaseReference;

/**
 * Households in temporary accommodation, night by night: each once, in the home where they sleep, by what the home was
 * and cost in that night. Of the cases that whoever asks may know of.
 */
@Service
@Needs(Permission.VIEW_BOARD)
@Transactional(readOnly = true)
public class Stock {

    private final StockStore store;
    private final HomeDistrict home;

    Stock(StockStore store, HomeDistrict home) {
        this.store = store;
        this.home = home;
    }

    /**
     * A household and its home.
     *
     * @param type        as the return to government names it
     * @param firstNight  of this placement
     * @param firstPlaced the first night of the case's first placement
     */
    public record Housed(CaseReference reference, long placementId, String unit, String type, boolean outside,
                         Rate rate, LocalDate firstNight, LocalDate firstPlaced) {
    }

    /** How many households were in homes of a type, at a rate, in a night. */
    public record Count(LocalDate night, String type, boolean outside, Rate rate, long households) {
    }

    /** A placement that began in a home outside the borough. */
    public record Placed(CaseReference reference, long placementId, String unit, String district, LocalDate firstNight,
                         LocalDate leftOn) {
    }

    /** Everybody who sleeps in temporary accommodation in that night, in the order of the cases. */
    public List<Housed> on(LocalDate night) {
        return store.on(night, home.district());
    }

    /** The same as counts, of several nights in one statement. */
    public List<Count> counts(List<LocalDate> nights) {
        return store.counts(nights, home.district());
    }

    /** Placements outside the borough whose first night was in these days; latest first, the last day is included. */
    public List<Placed> placedOutside(LocalDate first, LocalDate last) {
        return store.placedOutside(first, last, home.district());
    }
}
