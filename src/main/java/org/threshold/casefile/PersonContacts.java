package org.threshold.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything recorded about how one person is reached, newest first.
 *
 * @param points those that hold, those that lie ahead and those that have ended
 * @param rules  those that hold and those that have ended
 */
public record PersonContacts(HouseholdMember member, List<ContactPoint> points, List<ContactRule> rules) {

    /** The one that holds on the day; of several the last recorded. */
    public Optional<ContactPoint> on(LocalDate day, ContactPointKind kind) {
        return points.stream().filter(point -> point.kind() == kind && point.holdsOn(day)).findFirst();
    }

    /** The address that letters go to on the day where nothing forbids it: one for letters, else where they stay. */
    public Optional<ContactPoint> forPost(LocalDate day) {
        return points.stream().filter(point -> point.kind().isForLetters() && point.holdsOn(day)).findFirst()
                .or(() -> on(day, ContactPointKind.STAYING));
    }

    /** What holds on the day, addresses first. */
    public List<ContactPoint> holding(LocalDate day) {
        return points.stream().filter(point -> point.holdsOn(day))
                .sorted(java.util.Comparator.comparing(ContactPoint::kind)).toList();
    }

    public List<ContactPoint> ahead(LocalDate day) {
        return points.stream().filter(point -> point.from().isAfter(day)
                && (point.endedOn() == null || point.endedOn().isAfter(point.from()))).toList();
    }

    public List<ContactPoint> past(LocalDate day) {
        return points.stream().filter(point -> point.endedOn() != null && !point.endedOn().isAfter(day)).toList();
    }

    public Optional<ContactRule> doNotWrite() {
        return rule(ContactRule.Kind.DO_NOT_WRITE);
    }

    public Optional<ContactRule> way() {
        return rule(ContactRule.Kind.WAY);
    }

    /** How they must be reached and no other way; empty where there is at most a preference. */
    public Optional<ContactRule> onlyBy() {
        return way().filter(ContactRule::onlyBy);
    }

    public List<ContactRule> endedRules() {
        return rules.stream().filter(rule -> !rule.holds()).toList();
    }

    private Optional<ContactRule> rule(ContactRule.Kind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind && rule.holds()).findFirst();
    }
}
