package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * A referral to another council because of a local connection there (s198), from its proposal to its outcome.
 *
 * @param check  the check of the conditions that stands, or null before the first
 * @param events what happened since, oldest first
 */
public record CouncilReferral(long id, CaseReference caseReference, Stage stage, String why, String proposedBy,
                       Instant proposedAt, Outcome outcome, LocalDate closedOn, Check check, List<Event> events) {

    /** Which duty would be owed without the referral. */
    public enum Stage {
        RELIEF("s198(A1)"), MAIN("s198(1)");

        private final String provision;

        Stage(String provision) {
            this.provision = provision;
        }

        public String provision() {
            return provision;
        }
    }

    /** How it ended; one that lapsed was overtaken by the end of the relief duty. */
    public enum Outcome { ACCEPTED, NOT_ACCEPTED, NOT_MADE, LAPSED }

    /** What was found of the conditions; {@code authority} is null only where they are not met. */
    public record Check(long id, boolean met, HousingAuthority authority, List<Member> members, String inquiries,
                        String reasons, String checkedBy, Instant checkedAt) {
    }

    /** What was found about one person of the household; the reasons may be null where there is no connection. */
    public record Member(long memberId, LocalConnection here, String hereWhy, LocalConnection there, String thereWhy,
                         Risk risk, String riskAsked) {
    }

    /** Whether they would run a risk of violence in the other district (s198(2)(c), (2ZA) and (3)). */
    public enum Risk { NONE, DOMESTIC_ABUSE, OTHER_VIOLENCE, NOT_KNOWN }

    public enum Kind { SIGNED, RETURNED, NOTIFIED, ACCOMMODATION, ANSWER, REFEREE, REFEREE_DECISION, OUTCOME }

    /** @param code what was answered, where the kind has answers; {@code who} and {@code words} may be null */
    public record Event(Kind kind, String code, LocalDate on, String who, String words, String by, Instant at) {
    }

    public boolean open() {
        return closedOn == null;
    }

    /** The event of that kind that came last. */
    public Optional<Event> last(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).reduce((earlier, later) -> later);
    }

    /** Whether the check that stands waits for a second signature. */
    public boolean unsigned() {
        return check != null && check.met() && events.stream().noneMatch(event ->
                (event.kind() == Kind.SIGNED || event.kind() == Kind.RETURNED)
                        && event.code().equals(String.valueOf(check.id())));
    }

    /** Whether both notices have gone out, so that the other council must answer. */
    public boolean notified() {
        return last(Kind.NOTIFIED).isPresent();
    }
}
