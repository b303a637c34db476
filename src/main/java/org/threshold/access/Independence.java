package org.threshold.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@link FourEyes} as an answer: whether this person may be the second one, and if not, why in words to them. */
final class Independence {

    /**
     * Who would be the second.
     *
     * @param maySign   whether their role may sign as second officer at all
     * @param knowsThem whether they have said that they know the people of the case
     * @param named     whether the case is not restricted, or they are named on it
     * @param onDuty    whether they are duty manager now
     * @param emergency whether they have opened the restricted case in an emergency
     */
    record Second(Officer officer, boolean maySign, boolean knowsThem, boolean named, boolean onDuty,
                  boolean emergency) {

        /** Who is not on duty and has opened nothing in an emergency. */
        Second(Officer officer, boolean maySign, boolean knowsThem, boolean named) {
            this(officer, maySign, knowsThem, named, false, false);
        }
    }

    /**
     * What is known of those before them.
     *
     * @param by       who prepared it
     * @param highest  seniority of the highest of them
     * @param unknown  whether the rank of somebody among them is not known here
     * @param tookPart who took part in the case, where the rule wants it; or in what is looked at again
     */
    record First(Set<String> by, int highest, boolean unknown, Set<String> tookPart) {
    }

    private final FourEyes rule;
    private final FourEyes.Terms terms;
    private final HouseRules house;

    Independence(FourEyes rule, HouseRules house) {
        this.rule = rule;
        this.terms = rule.terms();
        this.house = house;
    }

    /** Empty when they may, or when this council does without a second person here. */
    Optional<String> refusal(Second second, First first) {
        if (!house.wants(rule)) {
            return Optional.empty();
        }
        if (first.by().contains(second.officer().username())) {
            return Optional.of(rule == FourEyes.KEYS_RELEASE
                    ? "You cannot release keys that you have asked for. Somebody else must."
                    : rule.isSignature() ? "You cannot sign your own work. Another officer must sign it."
                    : cannot() + (rule == FourEyes.REFUSED_HOME ? ", because you offered it."
                    : ", because you made the decision that is reviewed."));
        }
        if (second.knowsThem()) {
            return Optional.of(cannot() + ", because you have said that you know these people.");
        }
        return named(second).or(() -> role(second)).or(() -> council(second)).or(() -> rank(second, first))
                .or(() -> apart(second, first));
    }

    private Optional<String> named(Second second) {
        return second.named() || terms.onDuty() && second.emergency() ? Optional.empty()
                : Optional.of(cannot() + ". The record is restricted, and you are not named on it.");
    }

    private Optional<String> role(Second second) {
        if (rule.isSignature() && !second.maySign()) {
            return Optional.of("You cannot sign as the second officer. Your role does not allow it.");
        }
        boolean asked = terms.unless() == null || house.seniorSigns();
        if (!asked || second.officer().seniority() >= terms.atLeast().seniority()) {
            return Optional.empty();
        }
        if (terms.onDuty() && second.onDuty() && second.officer().seniority() >= Role.SENIOR_OFFICER.seniority()) {
            return Optional.empty();
        }
        String who = "A " + terms.atLeast().title().toLowerCase(Locale.UK).replace(" housing solutions", "");
        String must = terms.onDuty() ? " or higher may, and so may the duty manager."
                : rule.isSignature() ? " must sign it." : " or higher must.";
        return Optional.of(cannot() + ". " + who + must);
    }

    private Optional<String> council(Second second) {
        return !terms.council() || second.officer().worksForAuthority() ? Optional.empty()
                : Optional.of(cannot() + ". Only someone who works for the council can.");
    }

    private Optional<String> rank(Second second, First first) {
        int rank = second.officer().seniority();
        return switch (terms.seniorTo()) {
            case NOBODY -> Optional.empty();
            case AS_SENIOR -> rank >= first.highest() && !belowUnknown(rank, first) ? Optional.empty()
                    : Optional.of(cannot() + ". It needs an officer at least as senior as the one who decided it.");
            case MORE_SENIOR -> rank <= first.highest()
                    ? Optional.of(cannot() + ". It needs somebody more senior than everyone who made the decision.")
                    : !belowUnknown(rank, first) ? Optional.empty()
                    : Optional.of(cannot() + ". It is not known here how senior the officer was who made the decision,"
                            + " so a " + terms.ifUnknown().title().toLowerCase(Locale.UK) + " or higher must.");
        };
    }

    private boolean belowUnknown(int rank, First first) {
        return first.unknown() && rank < terms.ifUnknown().seniority();
    }

    private Optional<String> apart(Second second, First first) {
        return !first.tookPart().contains(second.officer().username()) ? Optional.empty() : Optional.of(cannot()
                + (terms.apart() ? ", because you took part in the case."
                        : ", because you took part in the decision that is reviewed."));
    }

    private String cannot() {
        return "You cannot " + rule.act();
    }
}
