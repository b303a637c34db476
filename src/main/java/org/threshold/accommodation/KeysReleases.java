package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** Keys without a claim: asked at the desk or from anywhere, answered in minutes from a phone. */
public interface KeysReleases {

    /**
     * What is asked.
     *
     * @param words        needed where the reason is another one
     * @param officerGives whether an officer gives the keys; otherwise somebody at the accommodation
     */
    record NewRelease(KeysRelease.Reason reason, String words, boolean officerGives) {
    }

    /** The last that was asked for this placement, whatever became of it. */
    Optional<KeysRelease> of(long placementId);

    /** The one by which the keys of the unit that is chosen now may be or were given: the last answer, if it was yes. */
    Optional<KeysRelease> released(long placementId);

    /** All of a placement, newest first. */
    List<KeysRelease> history(CaseReference reference, long placementId);

    /**
     * Asks for the keys. What waits already is kept and not asked twice.
     *
     * @throws NotPossible in words to the officer
     */
    KeysRelease ask(CaseReference reference, long placementId, NewRelease asked);

    /** Why the current officer may not answer what waits for this placement, in words to them; empty when they may. */
    Optional<String> refusal(CaseReference reference, long placementId);

    /** Who could answer it, in words; null where nothing waits. */
    String whoCould(CaseReference reference, long placementId);

    /**
     * Releases the keys.
     *
     * @throws org.threshold.access.NotPermitted with the words of {@link #refusal}
     */
    KeysRelease release(CaseReference reference, long placementId, String wordsOrNull);

    /** The claim has to be made first, or something else is to be mended: back to the desk, with the reason. */
    KeysRelease sendBack(CaseReference reference, long placementId, String why);

    /** Whoever asked needs it no more, because the claim is made now. */
    KeysRelease takeBack(CaseReference reference, long placementId);

    /** Everything that the current officer sees waiting, the longest first. */
    List<KeysRelease> waiting();

    /** How often keys were released, by reason, from the first day to the last, both included; of cases that the current officer may know of. */
    Map<KeysRelease.Reason, Long> counts(LocalDate first, LocalDate last);

    /**
     * Those behind the counts that the current officer may know of, newest first, at most {@code most}.
     *
     * @param reasonOrNull null for all
     */
    List<KeysRelease> behindCounts(KeysRelease.Reason reasonOrNull, LocalDate first, LocalDate last, int most);
}
