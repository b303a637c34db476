package org.threshold.moveon;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;

/**
 * What each letter about an offer of a home reads besides the case itself. Days are {@link LocalDate}, codes are names
 * of enums, sections are provisions without their s.
 *
 * <ul>
 * <li>{@code offer-part6}, {@code offer-final-part6}, {@code offer-prso}, {@code offer-final-accommodation},
 * {@code offer-suitable-6m}: address, landlord, landlordWords, tenancyWords, rent, availableFrom, lastsMonths, condition,
 * location, affordable, dutyCode, duty, dutySection, offerSection, considerUntil, closedDay, closedDayWhy, reviewSection,
 * reviewLastDay, periodic, reapplication, restrictedCase
 * <li>{@code offer-reminder}: address, writtenOn, considerUntil, closedDay, closedDayWhy, moreTime, consequence, duty
 * <li>{@code offer-refusal-considered}: address, writtenOn, stands, silent, theirReasons, considered, duty, dutyCode,
 * offerSection, reviewSection, reviewLastDay
 * <li>{@code offer-withdrawn}: address, writtenOn, why, duty, section, goesOn
 * </ul>
 */
@Component
class OfferLetterModels {

    private final OfferSettings settings;
    private final Deadlines deadlines;

    OfferLetterModels(OfferSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
    }

    Map<String, Object> offer(HomeOffer offer, HomeSuitability suits, HomeOfferLetters.Time time, String closedDay,
                              LocalDate on) {
        HomeOffer.Terms terms = offer.terms();
        Map<String, Object> model = model("address", terms.address(), "landlord", terms.landlord(),
                "landlordWords", lower(terms.landlordKind().words()), "tenancyWords", lower(terms.tenancy().words()),
                "rent", Words.pounds(terms.rentWeekly()), "availableFrom", terms.availableFrom(),
                "lastsMonths", terms.lastsMonths(), "condition", suits.condition(), "location", suits.location(),
                "affordable", suits.affordable(), "dutySection", section(offer.duty().provision()),
                "offerSection", section(offer.kind().provision(offer.duty())), "considerUntil", time.until(),
                "closedDay", closedDay, "closedDayWhy", closedDay == null ? null : time.closedDayWhy(),
                "periodic", !on.isBefore(settings.assuredFrom()), "restrictedCase", terms.restrictedCase(),
                "reapplication", settings.reapplication(on) && !terms.restrictedCase());
        model.putAll(duty(offer));
        model.putAll(review(offer, on));
        return model;
    }

    Map<String, Object> reminder(HomeOffer offer, LocalDate until, String closedDay, String closedDayWhy,
                                 boolean moreTime) {
        Map<String, Object> model = model("address", offer.terms().address(), "writtenOn", offer.given().writtenOn(),
                "considerUntil", until, "closedDay", closedDay, "closedDayWhy", closedDay == null ? null : closedDayWhy,
                "moreTime", moreTime, "consequence", offer.refusalHasConsequence(),
                "offerSection", section(offer.kind().provision(offer.duty())));
        model.putAll(duty(offer));
        return model;
    }

    Map<String, Object> considered(HomeOffer offer, boolean stands, String words) {
        Map<String, Object> model = model("address", offer.terms().address(), "writtenOn", offer.given().writtenOn(),
                "stands", stands, "silent", offer.answered().how() == HomeOffer.How.SILENCE,
                "theirReasons", offer.answered().words(), "considered", words,
                "offerSection", section(offer.kind().provision(offer.duty())));
        model.putAll(duty(offer));
        model.putAll(review(offer, offer.given().writtenOn()));
        return model;
    }

    static Map<String, Object> withdrawn(HomeOffer offer, String why, boolean goesOn) {
        Map<String, Object> model = model("address", offer.terms().address(), "writtenOn", offer.given().writtenOn(),
                "why", why, "section", section(offer.duty().provision()), "goesOn", goesOn);
        model.putAll(duty(offer));
        return model;
    }

    private static Map<String, Object> duty(HomeOffer offer) {
        return model("dutyCode", offer.duty().name(), "duty", offer.duty() == DutyKind.S193C
                ? "duty to accommodate you" : lower(offer.duty().title()));
    }

    /** Their 21 days to have suitability reviewed, and the paragraph of s202(1) that gives them. */
    private Map<String, Object> review(HomeOffer offer, LocalDate notified) {
        return model("reviewSection", reviewSection(offer), "reviewLastDay",
                deadlines.calculate(ClockKind.REVIEW_REQUEST, notified).lastDay());
    }

    static String reviewSection(HomeOffer offer) {
        if (offer.kind() == OfferKind.PRSO) {
            return "202(1)(g)";
        }
        boolean last = offer.kind().isFinal() && offer.duty() != DutyKind.MAIN;
        return last ? "202(1)(h)" : "202(1)(f)";
    }

    /** A provision without its s, as it follows the word 'section'. */
    private static String section(String provision) {
        return provision.substring(1);
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, Object> model(Object... pairs) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            model.put((String) pairs[i], pairs[i + 1]);
        }
        return model;
    }
}
