package org.threshold.board;

/**
 * The headings of a list.
 *
 * @param figure null where the list has none
 */
public record NowColumns(String what, String figure, String day) {

    public static NowColumns of(TileMeasure measure) {
        return switch (measure) {
            case APPROACHES -> new NowColumns("Where it stands", null, "Opened");
            case IN_TA, OUTSIDE -> new NowColumns("Home", "Charge a night", "First night of all");
            case NIGHTLY, NIGHTLY_COST -> new NowColumns("Home", "Charge a night", "There since");
            case BED_AND_BREAKFAST, FAMILIES_IN_BED_AND_BREAKFAST ->
                    new NowColumns("Home", "Nights used", "There since");
            case PLACED_OUTSIDE -> new NowColumns("Home and district", null, "First night");
            case NOTICES -> new NowColumns("To the council of", "How it stands", "Last day");
            case SIGN_UPS, DESK_CLAIMS -> new NowColumns("Home", "At the desk", "First night");
            case ARREARS, CLAIM_ARREARS -> new NowColumns("Account", "Owed", null);
            case OVERDUE -> new NowColumns("Step", "How late", "Opened");
            case UNOWNED -> new NowColumns("Step", null, "Opened");
            case CLOCKS -> new NowColumns("Clock", "Days left", "Last day");
        };
    }
}
