package org.threshold.casepage.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.casefile.Postcode;
import org.threshold.worklist.StepRefused;

/** Reads a unit field by field from what was typed, with what is wrong beside the field. */
final class ReadUnit {

    static final String[] DETAILS = {"name", "address", "postcode", "district", "provider", "kind", "bedrooms", "holds",
        "stepFree", "adaptations", "coordinates"};
    static final String[] FACILITIES = {"runBy", "privateDwelling", "selfContained", "cooking", "toilet", "washing"};
    static final String[] RATE = {"per", "eligible", "ineligible"};

    private static final Pattern COORDINATES = Pattern.compile("(-?[0-9]{1,2}\\.[0-9]{1,15})[,;\\s]\\s*(-?[0-9]{1,2}\\.[0-9]{1,15})");
    private static final Pattern POUNDS = Pattern.compile("£?\\s*([0-9]{1,5}(\\.[0-9]{2})?)");

    private ReadUnit() {
    }

    static UnitDetails details(TypedForm form) {
        String name = form.required("name", UnitDetails.LONGEST_NAME, "Name", "Enter a name that officers know it by");
        String address = form.required("address", UnitDetails.LONGEST_ADDRESS, "Address", "Enter the address");
        Postcode postcode = form.parsed("postcode", Postcode::parse);
        missing(form, "postcode", "Enter the postcode");
        String district = form.required("district", 9, "District", "Select the district in which it stands");
        if (district != null && !district.matches("E0[6-9][0-9]{6}")) {
            form.wrong("district", "Select the district in which it stands");
        }
        missing(form, "provider", "Select who lets the council use it");
        Integer provider = number(form, "provider", 1, Integer.MAX_VALUE, "Select who lets the council use it");
        Unit.Kind kind = form.choice("kind", Unit.Kind.class, "Select what it is offered as");
        missing(form, "kind", "Select what it is offered as");
        Integer bedrooms = required(form, "bedrooms", 0, UnitDetails.MOST_BEDROOMS, "The number of bedrooms");
        Integer holds = required(form, "holds", 1, UnitDetails.MOST_PEOPLE, "The number of people");
        String adaptations = form.optional("adaptations", UnitDetails.LONGEST_ADAPTATIONS, "Adaptations");
        Unit.Place place = place(form, "coordinates");
        return form.isWrong() ? null : new UnitDetails(name, address, postcode.value(), district, provider, kind,
                bedrooms, holds, form.ticked("stepFree"), adaptations, place);
    }

    static Facilities facilities(TypedForm form) {
        Facilities.RunBy runBy = form.choice("runBy", Facilities.RunBy.class, "Select who runs it");
        missing(form, "runBy", "Select who runs it");
        Facilities.Share cooking = share(form, "cooking", "Select how they can cook");
        Facilities.Share toilet = share(form, "toilet", "Select whether the toilet is shared");
        Facilities.Share washing = share(form, "washing", "Select whether the bath or shower is shared");
        boolean own = cooking == Facilities.Share.OWN && toilet == Facilities.Share.OWN && washing == Facilities.Share.OWN;
        if (form.ticked("selfContained") && !form.isWrong() && !own) {
            form.wrong("selfContained", "A self-contained unit has its own toilet, washing and cooking");
        }
        return form.isWrong() ? null : new Facilities(runBy, form.ticked("privateDwelling"),
                form.ticked("selfContained"), cooking, toilet, washing);
    }

    static Rate rate(TypedForm form) {
        Rate.Per per = form.choice("per", Rate.Per.class, "Select whether it is charged by night or by week");
        missing(form, "per", "Select whether it is charged by night or by week");
        missing(form, "eligible", "Enter what Housing Benefit may cover, or 0");
        Integer eligible = pence(form, "eligible");
        Integer ineligible = form.text("ineligible").isEmpty() ? Integer.valueOf(0) : pence(form, "ineligible");
        return form.isWrong() ? null : new Rate(per, eligible, ineligible);
    }

    static TypedForm fill(TypedForm form, Unit unit) {
        return form.with("name", unit.name()).with("address", unit.address()).with("postcode", unit.postcode())
                .with("district", unit.district()).with("provider", unit.providerId()).with("kind", unit.kind().name())
                .with("bedrooms", unit.bedrooms()).with("holds", unit.holds())
                .with("stepFree", unit.stepFree() ? "yes" : "").with("adaptations", unit.adaptations())
                .with("coordinates", written(unit.place()));
    }

    static TypedForm fill(TypedForm form, Facilities has) {
        return form.with("runBy", has.runBy().name()).with("privateDwelling", has.privateDwelling() ? "yes" : "")
                .with("selfContained", has.selfContained() ? "yes" : "").with("cooking", has.cooking().name())
                .with("toilet", has.toilet().name()).with("washing", has.washing().name());
    }

    static TypedForm fill(TypedForm form, Rate rate) {
        return form.with("per", rate.per().name()).with("eligible", written(rate.eligible()))
                .with("ineligible", written(rate.ineligible()));
    }

    private static String written(int pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }

    static String written(Unit.Place place) {
        return place == null ? "" : String.format(Locale.UK, "%.5f, %.5f", place.latitude(), place.longitude());
    }

    /** Latitude and longitude as a map copies them: '51.903, -0.431'; null when nothing was typed. */
    static Unit.Place place(TypedForm form, String key) {
        if (form.text(key).isEmpty()) {
            return null;
        }
        Matcher typed = COORDINATES.matcher(form.text(key));
        if (typed.matches()) {
            double latitude = Double.parseDouble(typed.group(1));
            double longitude = Double.parseDouble(typed.group(2));
            if (latitude >= 49.8 && latitude <= 55.9 && longitude >= -6.5 && longitude <= 1.8) {
                return new Unit.Place(latitude, longitude);
            }
        }
        form.wrong(key, "Enter the coordinates of a place in England as a map shows them, like 51.903, -0.431");
        return null;
    }

    private static Integer pence(TypedForm form, String key) {
        if (form.text(key).isEmpty()) {
            return null;
        }
        Matcher typed = POUNDS.matcher(form.text(key));
        if (!typed.matches()) {
            form.wrong(key, "Enter an amount in pounds and pence, like 45.50");
            return null;
        }
        return new BigDecimal(typed.group(1)).movePointRight(2).intValueExact();
    }

    private static Facilities.Share share(TypedForm form, String key, String words) {
        Facilities.Share share = form.choice(key, Facilities.Share.class, words);
        missing(form, key, words);
        return share;
    }

    private static Integer required(TypedForm form, String key, int least, int most, String what) {
        String words = what + " must be a whole number between " + least + " and " + most;
        missing(form, key, words);
        return number(form, key, least, most, words);
    }

    static Integer number(TypedForm form, String key, int least, int most, String words) {
        if (form.text(key).isEmpty()) {
            return null;
        }
        if (form.text(key).matches("[0-9]{1,9}")) {
            int typed = Integer.parseInt(form.text(key));
            if (typed >= least && typed <= most) {
                return typed;
            }
        }
        form.wrong(key, words);
        return null;
    }

    static void missing(TypedForm form, String key, String words) {
        if (form.text(key).isEmpty() && form.error(key) == null) {
            form.wrong(key, words);
        }
    }

    /** Does the work and shows what was refused as what is wrong with the page. */
    static void into(TypedForm form, Runnable work) {
        if (form.isWrong()) {
            return;
        }
        try {
            work.run();
        } catch (StepRefused | IllegalArgumentException refused) {
            form.wrong("save", refused.getMessage());
        }
    }
}
