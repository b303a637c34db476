package org.threshold.charge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is owed on an account, told apart by cause; the parts sum to what is owed. What the household has paid counts
 * first against its own share, because that is what it is asked to pay; what is more than that counts against the oldest
 * of the rest. Benefit counts against the nights that it was paid for, so those are no part of any cause.
 */
public record ArrearsSplit(Map<ArrearsCause, Long> parts) {

    /** The eligible charges of nights for which no benefit stands, in pence; oldest first in a list. */
    record Gap(ArrearsCause cause, long pence) {
    }

    /**
     * @param owed    the balance, in pence
     * @param charged charges and other debits of the account without what was brought over, less benefit
     * @param opening what was brought over
     * @param gaps    oldest first
     */
    static ArrearsSplit of(long owed, long charged, long opening, List<Gap> gaps) {
        Map<ArrearsCause, Long> parts = new EnumMap<>(ArrearsCause.class);
        if (owed <= 0) {
            return new ArrearsSplit(parts);
        }
        long old = Math.max(0, opening);
        long own = charged - gaps.stream().mapToLong(Gap::pence).sum();
        // Whatever is not owed any more was paid or taken off, also a credit that was brought over.
        long paid = charged + old - owed;
        long rest = Math.max(0, paid - own);
        add(parts, ArrearsCause.OWN_SHARE, own - (paid - rest));
        rest = take(parts, ArrearsCause.BROUGHT_OVER, old, rest);
        for (Gap gap : gaps) {
            rest = take(parts, gap.cause(), gap.pence(), rest);
        }
        return new ArrearsSplit(parts);
    }

    /** @return what is left of the payments */
    private static long take(Map<ArrearsCause, Long> parts, ArrearsCause cause, long pence, long paid) {
        long used = Math.min(pence, paid);
        add(parts, cause, pence - used);
        return paid - used;
    }

    private static void add(Map<ArrearsCause, Long> parts, ArrearsCause cause, long pence) {
        if (pence != 0) {
            parts.merge(cause, pence, Long::sum);
        }
    }

    public static ArrearsSplit sum(Collection<ArrearsSplit> those) {
        Map<ArrearsCause, Long> parts = new EnumMap<>(ArrearsCause.class);
        those.forEach(each -> each.parts.forEach((cause, pence) -> add(parts, cause, pence)));
        return new ArrearsSplit(parts);
    }

    public long of(ArrearsCause cause) {
        return parts.getOrDefault(cause, 0L);
    }

    public long total() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The part that comes from claims made late or never, not decided, refused, or not credited. */
    public long ofClaims() {
        return parts.entrySet().stream().filter(part -> part.getKey().ofClaim()).mapToLong(Map.Entry::getValue).sum();
    }

    /** Whether more than half comes from the claim: then the household is not the one to be chased. */
    public boolean mostlyClaim() {
        return ofClaims() * 2 > total();
    }
}
