package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** The placements of households in temporary accommodation: the only way by which one changes. */
public interface Placements {

    /**
     * Asks for accommodation under a function; one that is already on its way for the case is given back instead.
     *
     * @param movedFrom the placement to be left, or null
     */
    Placement request(CaseReference reference, AccommodationFunction function, Long movedFrom);

    /** @throws java.util.NoSuchElementException when there is none, or its case is hidden from who asks */
    Placement get(long id);

    /** All of a case, oldest first. */
    List<Placement> of(CaseReference reference);

    /** Those in which the household of the case lives now, newest first; more than one while a move is under way. */
    List<Placement> livedIn(CaseReference reference);

    /** The one that is on its way to the keys, if any. */
    Optional<Placement> onTheWay(CaseReference reference);

    /** Each step of its life, oldest first. */
    List<PlacementEvent> history(long id);

    /**
     * The next step of its life, where that has no method of its own. Searching again, a refusal and a cancellation let
     * go of the unit that was held.
     */
    Placement changeStatus(long id, PlacementStatus to, String words);

    /** Something to remember about it that changes nothing. */
    void note(long id, String headline, String words);

    /** A unit was chosen; the unit must be held for this placement. */
    Placement choose(long id, long unitId);

    /**
     * The same for a household that is brought over from another system. What must not be chosen, such as bed and breakfast
     * for someone of 16 or 17, is where they live already, and has to be known to be ended.
     */
    Placement livesIn(long id, long unitId);

    /**
     * The household has the keys: they live there from this night on, the unit is taken, and listeners are told. Asked
     * only by {@link Keys}, which holds the gate, and by what brings a caseload over.
     */
    Placement moveIn(long id, LocalDate firstNight, LocalDate expectedUntil);

    /** Corrects the first night, and for one that has ended the day of leaving, where it was recorded wrongly. */
    Placement correct(long id, LocalDate firstNight, LocalDate endedOn, String why);

    /** The same placement goes on under another function, such as the main duty after the interim one. */
    Placement carryOn(long id, AccommodationFunction function, String why);

    Placement extend(long id, LocalDate expectedUntil, String why);

    /** They have left; the unit's turnaround begins. */
    Placement end(long id, LocalDate leftOn, PlacementEnd reason, String words);
}
