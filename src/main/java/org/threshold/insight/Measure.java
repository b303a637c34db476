package org.threshold.insight;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.worklist.HoldReason;

/**
 * The row of measures of one step, moved on fact by fact; its fields are the columns of {@code step_measure} but for
 * two by which PostgreSQL numbers rows and marks changed ones. The same arithmetic keeps the rows in the step's own
 * commit and rebuilds them from the facts.
 *
 * <p>Between two facts a step waits for somebody to take it, is held, or is on hold, and only ever one of them, so the
 * three sums are exactly the time from the whole second in which it began.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties({"nr", "changed_in"})
public final class Measure {

    private enum State { WAITING, HELD, ON_HOLD, ENDED }

    private String stepId;
    private String caseReference;
    private String processKey;
    private int processVersion;
    private String firstElementId;
    private String elementId;
    private String team;
    private String lane;
    private boolean inPerson;
    private String waitsFor;
    private String householdType;
    private String office;
    private String placementKind;
    private String owner;
    private Instant createdAt;
    private Instant firstPickedUpAt;
    private Instant endedAt;
    private String endedHow;
    private String endedBy;
    private State state;
    private String holdReason;
    private Instant holdUntil;
    private Instant since;
    private long waitingSeconds;
    private long heldSeconds;
    private long onHoldSeconds;
    private long applicantSeconds;
    private long thirdPartySeconds;
    private long waitingWorkingSeconds;
    private long heldWorkingSeconds;
    private int handovers;
    private int pingPongs;
    private String lastHolder;
    private String holderBefore;
    private Instant firstDueAt;
    private Instant dueAt;
    private int redated;
    private int pass = 1;
    private String passGroup;

    /** For reading from a row. */
    private Measure() {
    }

    /** The row of a step that has just begun. */
    static Measure begun(StepFact fact) {
        Measure measure = new Measure();
        measure.stepId = fact.stepId();
        measure.caseReference = fact.caseReference();
        measure.processKey = fact.processKey();
        measure.firstElementId = fact.elementId();
        measure.team = fact.team();
        measure.createdAt = fact.at().truncatedTo(ChronoUnit.MICROS);
        measure.since = fact.at().truncatedTo(ChronoUnit.SECONDS);
        measure.state = State.WAITING;
        measure.know(fact);
        measure.place(fact);
        return measure;
    }

    private void know(StepFact fact) {
        lane = fact.about().get(StepFact.LANE);
        inPerson = Boolean.parseBoolean(fact.about().get(StepFact.IN_PERSON));
        waitsFor = fact.about().getOrDefault(StepFact.WAITS_FOR, "officer");
        firstDueAt = instant(fact.about().get(StepFact.DUE));
        dueAt = firstDueAt;
        passGroup = fact.about().get(StepFact.SIBLINGS);
        householdType = fact.about().get(StepFact.HOUSEHOLD);
        office = fact.about().get(StepFact.OFFICE);
        placementKind = fact.about().get(StepFact.PLACEMENT);
    }

    /** A migration may have moved the step since the last fact. */
    private void place(StepFact fact) {
        elementId = fact.elementId();
        processVersion = fact.processVersion();
    }

    public String stepId() {
        return stepId;
    }

    /** Whether the other step came to the same element of the same process in the same case. */
    boolean samePlace(Measure other) {
        return caseReference.equals(other.caseReference) && processKey.equals(other.processKey)
                && (elementId.equals(other.elementId) || elementId.equals(other.firstElementId));
    }

    /** Counts the pass of another step at the same place as one before, unless it is a sibling of this one. */
    void comesAfter(Measure earlier) {
        if (!isSiblingOf(earlier)) {
            pass = Math.max(pass, earlier.pass + 1);
        }
    }

    private boolean isSiblingOf(Measure other) {
        return passGroup != null && other.passGroup != null && !passGroup.equals(other.passGroup)
                && arrival(passGroup).equals(arrival(other.passGroup));
    }

    private static String arrival(String group) {
        return group.substring(0, group.indexOf('/'));
    }

    /** Moves the row on by what happened next to its step; nothing happens to a step that has ended. */
    void happens(StepFact fact, WorkingTime working) {
        if (state == State.ENDED) {
            return;
        }
        lapse(fact.at(), working);
        place(fact);
        switch (fact.event()) {
            case "PICKED_UP", "PUT_BACK" -> given(fact.detail(), fact.at(), working);
            case "HANDED_OVER" -> handedOver(fact, working);
            case "ON_HOLD" -> held(fact, working);
            case "OFF_HOLD" -> offHold(fact.at(), working);
            case "REDATED" -> redated(fact);
            case "COMPLETED", "CANCELLED" -> ended(fact, working);
            default -> { }
        }
    }

    /** A hold whose day has come ended by itself, at the beginning of that day. */
    void lapse(Instant now, WorkingTime working) {
        if (state == State.ON_HOLD && holdUntil != null && !holdUntil.isAfter(now)) {
            offHold(holdUntil, working);
        }
    }

    private void handedOver(StepFact fact, WorkingTime working) {
        if (fact.team() == null) {
            given(fact.detail(), fact.at(), working);
        } else {
            team = fact.team();
        }
    }

    /** Who gets it may be nobody, for its team; getting what one holds changes nothing. */
    private void given(String username, Instant at, WorkingTime working) {
        if (Objects.equals(owner, username)) {
            return;
        }
        if (state != State.ON_HOLD) {
            turn(username == null ? State.WAITING : State.HELD, at, working);
        }
        owner = username;
        if (username != null) {
            countHolder(username, at);
        }
    }

    private void countHolder(String username, Instant at) {
        if (firstPickedUpAt == null) {
            firstPickedUpAt = at.truncatedTo(ChronoUnit.MICROS);
        }
        if (username.equals(lastHolder)) {
            return;
        }
        if (lastHolder != null) {
            handovers++;
        }
        if (username.equals(holderBefore)) {
            pingPongs++;
        }
        holderBefore = lastHolder;
        lastHolder = username;
    }

    private void held(StepFact fact, WorkingTime working) {
        turn(State.ON_HOLD, fact.at(), working);
        holdReason = fact.detail();
        holdUntil = instant(fact.about().get(StepFact.UNTIL));
    }

    private void offHold(Instant at, WorkingTime working) {
        if (state == State.ON_HOLD) {
            turn(owner == null ? State.WAITING : State.HELD, at, working);
            holdReason = null;
            holdUntil = null;
        }
    }

    private void redated(StepFact fact) {
        redated++;
        dueAt = instant(fact.detail());
    }

    private void ended(StepFact fact, WorkingTime working) {
        turn(State.ENDED, fact.at(), working);
        endedAt = fact.at().truncatedTo(ChronoUnit.MICROS);
        endedHow = fact.event();
        endedBy = fact.by();
        holdReason = null;
        holdUntil = null;
    }

    /** Counts the time up to now to the state that ends. A clock that was put back counts nothing. */
    private void turn(State next, Instant at, WorkingTime working) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        if (now.isAfter(since)) {
            count(Duration.between(since, now).toSeconds(), now, working);
            since = now;
        }
        state = next;
    }

    private void count(long seconds, Instant now, WorkingTime working) {
        switch (state) {
            case WAITING -> {
                waitingSeconds += seconds;
                waitingWorkingSeconds += working.secondsBetween(since, now);
            }
            case HELD -> {
                heldSeconds += seconds;
                heldWorkingSeconds += working.secondsBetween(since, now);
            }
            case ON_HOLD -> onHold(seconds);
            default -> throw new IllegalStateException("Nothing is counted for a step that has ended");
        }
    }

    private void onHold(long seconds) {
        onHoldSeconds += seconds;
        switch (HoldReason.valueOf(holdReason).waitsFor()) {
            case APPLICANT -> applicantSeconds += seconds;
            case THIRD_PARTY -> thirdPartySeconds += seconds;
            default -> { }
        }
    }

    private static Instant instant(String text) {
        return text == null || text.equals("null") ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    }
}
