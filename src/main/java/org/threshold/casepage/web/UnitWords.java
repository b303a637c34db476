package org.threshold.casepage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.CheckKind;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Words;

/** Units as officers read them. */
@Component("unitWords")
public class UnitWords {

    /** '£45.00 a night', or '£45.00 a night, of which £5.00 is not covered by Housing Benefit'. */
    public String rate(Rate rate) {
        String whole = Words.pounds(rate.total()) + " " + rate.per().words();
        return rate.ineligible() == 0 ? whole : whole + ", of which Housing Benefit cannot cover "
                + Words.pounds(rate.ineligible());
    }

    public String bedrooms(Unit unit) {
        return unit.bedrooms() == 0 ? "One room" : unit.bedrooms() + (unit.bedrooms() == 1 ? " bedroom" : " bedrooms");
    }

    public String people(int number) {
        return number + (number == 1 ? " person" : " people");
    }

    /** What it is, with bed and breakfast as it follows from the facts. */
    public String kind(Unit unit) {
        return unit.bedAndBreakfast() ? "Bed and breakfast" : unit.kind().words();
    }

    public String facilities(Facilities has) {
        String rooms = has.selfContained() ? "Self-contained" : "Cooking " + share(has.cooking()) + ", toilet "
                + share(has.toilet()) + ", washing " + share(has.washing());
        return rooms + ". Run by: " + runBy(has.runBy()).toLowerCase(Locale.UK)
                + (has.privateDwelling() ? ". A private dwelling" : "");
    }

    private static String share(Facilities.Share share) {
        return switch (share) {
            case OWN -> "of its own";
            case SHARED -> "shared with other households";
            case NONE -> "not provided";
        };
    }

    private static String runBy(Facilities.RunBy by) {
        return switch (by) {
            case COUNCIL -> "The council";
            case REGISTERED_PROVIDER -> "A registered provider of social housing";
            case VOLUNTARY_ORGANISATION -> "A voluntary organisation";
            case PRIVATE -> "Somebody private";
        };
    }

    /** '1.2 km', '350 m', or 'not known'. */
    public String distance(Integer metres) {
        if (metres == null) {
            return "not known";
        }
        return metres < 1000 ? Math.max(10, Math.round(metres / 10f) * 10) + " m"
                : String.format(Locale.UK, "%.1f km", metres / 1000.0);
    }

    public String day(java.time.LocalDate day) {
        return Words.day(day);
    }

    List<Option> runners() {
        return Arrays.stream(Facilities.RunBy.values()).map(by -> new Option(by.name(), runBy(by))).toList();
    }

    List<Option> cooking() {
        return Arrays.stream(Facilities.Share.values()).map(each -> new Option(each.name(), capital(share(each)))).toList();
    }

    List<Option> shares() {
        return cooking().stream().filter(each -> !each.name().equals(Facilities.Share.NONE.name())).toList();
    }

    List<Option> kinds() {
        return Arrays.stream(Unit.Kind.values()).map(each -> new Option(each.name(), each.words())).toList();
    }

    List<Option> periods() {
        return Arrays.stream(Rate.Per.values()).map(per -> new Option(per.name(), capital(per.words()))).toList();
    }

    List<Option> checks() {
        return Arrays.stream(CheckKind.values()).map(kind -> new Option(kind.name(), kind.words())).toList();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
