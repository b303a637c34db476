package org.threshold.accommodation;

import java.time.Instant;
import java.util.List;

/**
 * Why a unit suits a household, person by person (Housing Act 1996 s206, s210; SI 2012/2601 art 2). Never changed; what
 * is found out later is recorded anew.
 *
 * @param space                the unit itself for this household: room, condition, safety, facilities (s210)
 * @param affordable           what it costs them, and how they can pay it (SI 1996/3204)
 * @param location             where it stands: distance, work, caring, school, support, services
 * @param nothingElseAvailable whether only bed and breakfast could be had that day (SI 2003/3326 art 4(1)(a)); null where it
 *                             was not asked, because the unit is none or they have no family commitment
 * @param nothingElseWords     what was tried; null where it was not asked
 */
public record Suitability(long id, long placementId, long unitId, String space, String affordable, String location,
                          List<ForMember> members, Boolean nothingElseAvailable, String nothingElseWords,
                          String recordedBy, Instant recordedAt) {

    /** @param why what about this person was considered, and what follows from it */
    public record ForMember(long memberId, boolean suitable, String why) {
    }

    /** Whether it suits everybody. */
    public boolean suitsAll() {
        return members.stream().allMatch(ForMember::suitable);
    }
}
