package org.threshold.board;

import static org.threshold.board.TileMeasure.Group.DEMAND;
import static org.threshold.board.TileMeasure.Group.HOMES;
import static org.threshold.board.TileMeasure.Group.MONEY;
import static org.threshold.board.TileMeasure.Group.WORK;
import static org.threshold.statistics.Direction.DOWN_IS_GOOD;
import static org.threshold.statistics.Direction.NEITHER;
import static org.threshold.statistics.Direction.UP_IS_GOOD;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.threshold.statistics.Direction;

/** What the board measures, each with the words that define it. The definition stands on the page beside the number. */
public enum TileMeasure {
    APPROACHES(DEMAND, "Approaches a month", TileUnit.COUNT, NEITHER, "approach", NowSort.DAY,
            "Cases opened in the last whole calendar month, by the day on which they were opened. Without those made in"
            + " error or merged into another. This is demand."),
    IN_TA(HOMES, "Households in temporary accommodation", TileUnit.COUNT, DOWN_IS_GOOD, "household", NowSort.DAY,
            "Households who sleep tonight in a home that the council placed them in under any duty or power, each once."
            + " The line shows the last night of each month."),
    NIGHTLY(HOMES, "Nightly lets", TileUnit.COUNT, DOWN_IS_GOOD, "household", NowSort.FIGURE,
            "Of the households in temporary accommodation tonight, those in a home paid by the night that is no bed and"
            + " breakfast, as the return to government counts them."),
    NIGHTLY_COST(HOMES, "Cost of nightly lets a day", TileUnit.PENCE, DOWN_IS_GOOD, "household", NowSort.FIGURE,
            "What tonight costs in all nightly lets together, at the rates in the register of units; a weekly rate"
            + " counts as its share of the day. Benefit is not taken off."),
    BED_AND_BREAKFAST(HOMES, "Households in bed and breakfast", TileUnit.COUNT, DOWN_IS_GOOD, "household",
            NowSort.FIGURE, "Of the households in temporary accommodation tonight, those in bed and breakfast as the"
            + " Suitability Order of 2003 defines it. It follows from the facts of the unit and is never typed."),
    FAMILIES_IN_BED_AND_BREAKFAST(HOMES, "Families in bed and breakfast", TileUnit.COUNT, DOWN_IS_GOOD, "household",
            NowSort.FIGURE, "Households with a child or a pregnancy, or with somebody of 16 or 17, in bed and breakfast"
            + " tonight, by the nights they have used. Six weeks in all, 42 nights, is the limit; gaps and moves do not"
            + " begin it again."),
    PLACED_OUTSIDE(HOMES, "Placed out of borough in a year", TileUnit.COUNT, DOWN_IS_GOOD, "placement", NowSort.DAY,
            "Placements whose first night was in the last 12 months in a home outside the council's district. This is a"
            + " flow; how many live there tonight is the measure beside it."),
    OUTSIDE(HOMES, "Out of borough tonight", TileUnit.COUNT, DOWN_IS_GOOD, "household", NowSort.DAY,
            "Of the households in temporary accommodation tonight, those whose home stands outside the council's"
            + " district. This is a stock; how many were placed there in a year is the measure beside it."),
    NOTICES(HOMES, "Notices to host councils due or late", TileUnit.COUNT, DOWN_IS_GOOD, "notice", NowSort.DAY,
            "Notices under section 208 that have not gone out yet. The last day is the 14th, the first being the day on"
            + " which the home was made available."),
    SIGN_UPS(HOMES, "Signed up in person", TileUnit.PER_CENT, UP_IS_GOOD, "placement", NowSort.DAY,
            "Of the placements whose first night was in the last 30 days, the share in which an officer signed the"
            + " household up in person: at an office, hospital, refuge or home."),
    DESK_CLAIMS(MONEY, "Claims made at the desk", TileUnit.PER_CENT, UP_IS_GOOD, "sign-up", NowSort.DAY,
            "Of those sign-ups, the share in which the claim for Housing Benefit was made on the day of the sign-up or"
            + " before. Where no claim is due the sign-up does not count."),
    ARREARS(MONEY, "Arrears of temporary accommodation", TileUnit.PENCE, DOWN_IS_GOOD, "account", NowSort.FIGURE,
            "What is owed today on all accounts on which something is owed, of households who live there and who have"
            + " left. Accounts in credit do not count against it."),
    CLAIM_ARREARS(MONEY, "Arrears that come from claims", TileUnit.PENCE, DOWN_IS_GOOD, "account", NowSort.FIGURE,
            "The part of the arrears that comes from claims for Housing Benefit made late or never, not decided,"
            + " refused, or not on the account yet. The household is not the one to chase for it."),
    OVERDUE(WORK, "Overdue steps", TileUnit.COUNT, DOWN_IS_GOOD, "step", NowSort.DUE,
            "Open steps whose due date under the council's own standard has passed. The line counts, at the end of each"
            + " week, what was open and past the date it was last given."),
    UNOWNED(WORK, "Steps that nobody holds", TileUnit.COUNT, DOWN_IS_GOOD, "step", NowSort.DAY,
            "Open steps that no officer has taken or was given. The line counts those that nobody had picked up yet at"
            + " the end of each week."),
    CLOCKS(WORK, "Clocks that run out in 14 days", TileUnit.COUNT, DOWN_IS_GOOD, "clock", NowSort.DAY,
            "Running statutory clocks of the council whose last day is within 14 days or has passed. Days in which the"
            + " applicant may act are left out.");

    /** Under which heading it stands. */
    public enum Group {
        DEMAND("Demand"), HOMES("Temporary accommodation"), MONEY("Money"), WORK("Work");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Group group;
    private final String title;
    private final TileUnit unit;
    private final Direction direction;
    private final String counted;
    private final NowSort sort;
    private final String definition;

    TileMeasure(Group group, String title, TileUnit unit, Direction direction, String counted, NowSort sort,
                String definition) {
        this.group = group;
        this.title = title;
        this.unit = unit;
        this.direction = direction;
        this.counted = counted;
        this.sort = sort;
        this.definition = definition;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    public TileUnit unit() {
        return unit;
    }

    public Direction direction() {
        return direction;
    }

    /** Whether its line shows the ends of months, and tonight. */
    boolean byMonthEnds() {
        return switch (this) {
            case IN_TA, NIGHTLY, NIGHTLY_COST, BED_AND_BREAKFAST, OUTSIDE, ARREARS -> true;
            default -> false;
        };
    }

    /** 'Smaller is better', in words as members read them. */
    public String better() {
        return switch (direction) {
            case DOWN_IS_GOOD -> "Smaller is better";
            case UP_IS_GOOD -> "Larger is better";
            case NEITHER -> "Neither smaller nor larger is better";
        };
    }

    /** What n counts, such as 'n = 3 households'. */
    public String counted(long n) {
        return "n = " + TileUnit.COUNT.say(n) + " " + noun(n);
    }

    /** So many of what is listed behind it, such as '3 households' or 'no household'. */
    public String things(long n) {
        return n == 0 ? "no " + counted : TileUnit.COUNT.say(n) + " " + noun(n);
    }

    private String noun(long n) {
        return counted + (n == 1 ? "" : counted.endsWith("h") ? "es" : "s");
    }

    /** In which order its cases are listed unless somebody asks for another. */
    public NowSort sort() {
        return sort;
    }

    public String definition() {
        return definition;
    }

    /** Whether a target is of the value and not of a point of the trend, so that the line is drawn without it. */
    boolean trendInOtherUnit() {
        return this == PLACED_OUTSIDE;
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TileMeasure> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
