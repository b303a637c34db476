package org.threshold.moveon;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threshold.homelessness.OfferKind;

/**
 * The council's own rules on offers of settled homes, and facts of the law that may change, under
 * {@code threshold.offers}. The Act gives no number of days: the time must be reasonable for each household.
 *
 * @param leastDays          fewest days to consider after the day of the letter, by kind of offer; 5 for a final one and 3
 *                           for others unless set here
 * @param mostDays           most days to consider that a form takes without being asked for more
 * @param attempts           attempts to reach them since the letter, in vain, before silence counts as a refusal
 * @param assuredFrom        since when a private landlord lets on an assured tenancy without a fixed term (Renters' Rights
 *                           Act 2025); letters before that day speak of a fixed term
 * @param reapplicationUntil the last day on which accepting a private rented sector offer still gives the right of s195A;
 *                           null while nobody has ended it
 */
@ConfigurationProperties("threshold.offers")
public record OfferSettings(Map<OfferKind, Integer> leastDays, @DefaultValue("28") int mostDays,
                            @DefaultValue("2") int attempts, @DefaultValue("2026-05-01") LocalDate assuredFrom,
                            LocalDate reapplicationUntil) {

    private static final int FINAL_DAYS = 5;
    private static final int OTHER_DAYS = 3;

    public OfferSettings {
        Map<OfferKind, Integer> all = new EnumMap<>(OfferKind.class);
        for (OfferKind kind : OfferKind.values()) {
            int days = leastDays == null ? -1 : leastDays.getOrDefault(kind, -1);
            all.put(kind, days >= 0 ? days : kind.isFinal() ? FINAL_DAYS : OTHER_DAYS);
        }
        leastDays = Map.copyOf(all);
        if (leastDays.values().stream().anyMatch(days -> days < 1 || days > 28)) {
            throw new IllegalArgumentException("threshold.offers.least-days must be from 1 to 28 for each kind");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("threshold.offers.attempts must be 1 or more");
        }
    }

    /** Whether who accepts a private rented sector offer on that day can come back within two years (s195A). */
    boolean reapplication(LocalDate on) {
        return reapplicationUntil == null || !on.isAfter(reapplicationUntil);
    }
}
