package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * An offer of a place to stay, with what a refusal of it needs before a duty may end on it (s193(5)): an address and a
 * time, what refusing could mean and the right to a review in writing, the refusal, and suitability looked at again.
 *
 * @param function       the duty under which it was offered; null where that is none of ours
 * @param address        null where they were not told it
 * @param timeTold       whether they were told from when they can go there
 * @param writtenOn      the day of the letter; null where there was none
 * @param reviewRight    whether that letter told them of a right to a review
 * @param refusedOn      null unless refused, as what follows
 * @param refusalReasons what they said
 * @param foundSuitable  what came of looking again; null before it
 */
public record PlaceOffered(long id, DutyKind function, String address, boolean timeTold, LocalDate writtenOn,
                           boolean reviewRight, LocalDate refusedOn, String refusalReasons, Boolean foundSuitable,
                           String reconsideredBy) {
}
