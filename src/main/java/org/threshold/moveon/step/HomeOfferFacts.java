package org.threshold.moveon.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.clock.ServiceClock;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.HomeSuitability;
import org.threshold.moveon.Words;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** Which offer a step is about, and what its officer reads beside the form. */
@Component
class HomeOfferFacts {

    static final String OFFER = "offerId";

    private final HomeOffers offers;
    private final Household household;
    private final StepVariables variables;
    private final People people;

    HomeOfferFacts(HomeOffers offers, Household household, StepVariables variables, People people) {
        this.offers = offers;
        this.household = household;
        this.variables = variables;
        this.people = people;
    }

    long id(StepContext step) {
        return variables.required(step, OFFER);
    }

    HomeOffer offer(StepContext step) {
        return offers.find(step.caseReference(), id(step)).orElseThrow();
    }

    /** The offer, and each link of its chain that there is. */
    Map<String, String> beside(HomeOffer offer) {
        HomeOffer.Terms terms = offer.terms();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Offer", offer.kind().title() + " under the " + offer.duty().title().toLowerCase() + " ("
                + offer.kind().provision(offer.duty()) + ")");
        lines.put("Home", terms.address());
        lines.put("Landlord", terms.landlord() + ". " + terms.landlordKind().words());
        lines.put("Tenancy", terms.tenancy().words());
        lines.put("Rent", Words.pounds(terms.rentWeekly()) + " a week");
        lines.put("From", Words.day(terms.availableFrom()));
        lines.put("Prepared by", people.nameOf(offer.draftedBy()));
        if (offer.look() != null && !offer.look().agrees()) {
            lines.put("Sent back", offer.look().words());
        }
        if (offer.given() != null) {
            lines.put("Offer letter", Words.day(offer.given().writtenOn()));
            lines.put("To consider until", Words.day(offer.given().considerUntil()));
        }
        if (offer.answered() != null) {
            lines.put("Their answer", Words.day(offer.answered().on()) + ", " + lower(offer.answered().how().words()));
            if (offer.answered().words() != null) {
                lines.put("Their reasons", offer.answered().words());
            }
        }
        return lines;
    }

    static void put(Map<String, String> lines, HomeSuitability suits) {
        if (suits != null) {
            lines.put("The home for them", suits.condition());
            lines.put("Where it is", suits.location());
            lines.put("Paying for it", suits.affordable());
            lines.put("Left of their week", Words.pounds(suits.left()));
        }
    }

    /** Who lives in the household now, by member. */
    Map<Long, String> people(StepContext step) {
        Map<Long, String> names = new LinkedHashMap<>();
        household.of(step.caseReference()).stream().filter(HouseholdMember::present).forEach(member ->
                names.put(member.id(), member.person().name() + " ("
                        + member.person().relationship().title().toLowerCase() + ")"));
        return names;
    }

    /** Pounds as they were typed, in pence. */
    static long pence(String pounds) {
        return pounds == null ? 0 : new BigDecimal(pounds).movePointRight(2).longValue();
    }

    /** A day as the process keeps it. */
    static Date at(LocalDate day) {
        return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
