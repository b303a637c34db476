package org.threshold.moveon;

import java.time.Instant;
import java.util.List;

/**
 * Why a home suits a household, person by person (s206, s210; SI 1996/3204; SI 2012/2601 art 2). Never changed; what is
 * found out later is recorded anew.
 *
 * @param condition        the home itself: room, condition, safety
 * @param location         where it stands: distance, work, caring, school, doctors, support, services
 * @param affordable       how they can pay for it
 * @param incomeWeekly     all they have a week, with benefits, in pence
 * @param essentialsWeekly what they need a week besides the rent, in pence
 * @param rentWeekly       the rent on which this was worked out
 */
public record HomeSuitability(long id, long offerId, String condition, String location, String affordable,
                              long incomeWeekly, long essentialsWeekly, long rentWeekly, List<ForMember> members,
                              String recordedBy, Instant recordedAt) {

    /** @param why what about this person was considered, and what follows from it */
    public record ForMember(long memberId, boolean suits, String why) {
    }

    /** What is recorded, before it is kept. */
    public record New(String condition, String location, String affordable, long incomeWeekly, long essentialsWeekly,
                      List<ForMember> members) {

        public boolean suitsAll() {
            return members.stream().allMatch(ForMember::suits);
        }
    }

    public boolean suitsAll() {
        return members.stream().allMatch(ForMember::suits);
    }

    /** What is left of their week after essentials and rent, in pence. */
    public long left() {
        return incomeWeekly - essentialsWeekly - rentWeekly;
    }
}
