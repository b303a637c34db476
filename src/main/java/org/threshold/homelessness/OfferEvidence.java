package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threshold.homelessness.EndingFact.Kind;

/**
 * What an offer must have gone through before a duty may end on it: written, said to be final where it is, the
 * consequences, the right to a review, time to consider, the refusal, and suitability looked at again (A5; s193(5),
 * (7) and (7AB), s193A(4) to (6), s193C(6) to (8)).
 */
final class OfferEvidence {

    private OfferEvidence() {
    }

    /** What is missing for the end of that duty on that ground, as sentences to the officer; empty when nothing is. */
    static List<String> missing(OfferMade offer, DutyKind duty, EndReason ground, LocalDate today) {
        boolean accepts = offer.kind().whenAccepted(duty).filter(ground::equals).isPresent();
        boolean refuses = offer.kind().whenRefused(duty).filter(ground::equals).isPresent();
        if (offer.duty() != duty || !accepts && !refuses) {
            return List.of("That offer was not made under this duty, or is not of a kind that ends it on this ground");
        }
        Optional<String> standing = standing(offer, accepts, refuses);
        if (standing.isPresent()) {
            return List.of(standing.get());
        }
        return offer.answer() == OfferMade.Answer.ACCEPTED ? List.of() : missing(offer, today);
    }

    private static Optional<String> standing(OfferMade offer, boolean accepts, boolean refuses) {
        return switch (offer.answer()) {
            case OPEN -> Optional.of("They have not answered that offer yet");
            case WITHDRAWN_BY_COUNCIL -> Optional.of("The council withdrew that offer, so nothing can end on it");
            case SET_ASIDE_ON_REVIEW -> Optional.of("That offer was set aside on review, so nothing can end on it");
            case ACCEPTED -> accepts ? Optional.empty() : Optional.of("They accepted that offer");
            case REFUSED -> refuses ? Optional.empty() : Optional.of("They refused that offer");
        };
    }

    private static List<String> missing(OfferMade offer, LocalDate today) {
        List<String> missing = new ArrayList<>();
        add(missing, offer.writtenOn() != null, "The offer was not made in writing");
        add(missing, offer.saidFinal() || !offer.kind().isFinal(), "The offer did not say that it was the final one");
        add(missing, offer.consequencesTold(), "They were not told in writing what refusing could mean");
        add(missing, offer.reviewRightTold(), "They were not told that they can have its suitability reviewed");
        if (offer.considerUntil() == null) {
            missing.add("They were given no time to consider the offer");
        } else if (!today.isAfter(offer.considerUntil())) {
            missing.add("They have until " + Words.day(offer.considerUntil()) + " to consider the offer");
        }
        add(missing, offer.answeredOn() != null && isWritten(offer.refusalReasons()),
                "What they said when they refused is not recorded");
        if (offer.reconsideredOn() == null || offer.foundSuitable() == null) {
            missing.add("Nobody has looked at its suitability again in the light of what they said");
        } else {
            add(missing, offer.foundSuitable(), "Looked at again, the home was found not to suit them, so their refusal"
                    + " ends nothing");
        }
        return missing;
    }

    /** What a refusal of a place to stay still lacks. */
    static List<String> missing(PlaceOffered offer, DutyKind duty) {
        List<String> missing = new ArrayList<>();
        add(missing, offer.function() == duty, "That place was not offered under this duty");
        add(missing, offer.address() != null && offer.timeTold(),
                "It was not offered with an address and a time, so it cannot count as refused");
        add(missing, offer.writtenOn() != null, "They were not told in writing what refusing could mean");
        add(missing, offer.reviewRight(),
                "They were not told that they can have its suitability reviewed");
        add(missing, offer.refusedOn() != null && isWritten(offer.refusalReasons()),
                "What they said when they refused is not recorded");
        if (offer.foundSuitable() == null) {
            missing.add("Nobody has looked at its suitability again in the light of what they said");
        } else {
            add(missing, offer.foundSuitable(), "Looked at again, the place was found not to suit them, so their refusal"
                    + " ends nothing");
        }
        return missing;
    }

    static List<EndingFact> facts(OfferMade offer) {
        List<EndingFact> facts = new ArrayList<>();
        facts.add(new EndingFact(Kind.WRITTEN_OFFER, offer.kind().title() + ": " + offer.address(), offer.writtenOn(),
                offer.offeredBy()));
        if (offer.answer() == OfferMade.Answer.ACCEPTED) {
            facts.add(new EndingFact(Kind.ACCEPTED, null, offer.answeredOn(), null));
            return facts;
        }
        if (offer.saidFinal()) {
            facts.add(new EndingFact(Kind.SAID_FINAL, null, offer.writtenOn(), null));
        }
        facts.add(new EndingFact(Kind.CONSEQUENCES, null, offer.writtenOn(), null));
        facts.add(new EndingFact(Kind.REVIEW_RIGHT, null, offer.writtenOn(), null));
        facts.add(new EndingFact(Kind.TIME, null, offer.considerUntil(), null));
        facts.add(new EndingFact(Kind.REFUSED, offer.refusalReasons(), offer.answeredOn(), null));
        facts.add(new EndingFact(Kind.RECONSIDERED, "Suitable", offer.reconsideredOn(), offer.reconsideredBy()));
        return facts;
    }

    static List<EndingFact> facts(PlaceOffered offer) {
        List<EndingFact> facts = new ArrayList<>();
        facts.add(new EndingFact(Kind.WRITTEN_OFFER, offer.address(), offer.writtenOn(), null));
        facts.add(new EndingFact(Kind.CONSEQUENCES, null, offer.writtenOn(), null));
        if (offer.reviewRight()) {
            facts.add(new EndingFact(Kind.REVIEW_RIGHT, null, offer.writtenOn(), null));
        }
        facts.add(new EndingFact(Kind.REFUSED, offer.refusalReasons(), offer.refusedOn(), null));
        facts.add(new EndingFact(Kind.RECONSIDERED, "Suitable", null, offer.reconsideredBy()));
        return facts;
    }

    private static void add(List<String> missing, boolean there, String sentence) {
        if (!there) {
            missing.add(sentence);
        }
    }

    private static boolean isWritten(String words) {
        return words != null && !words.isBlank();
    }
}
