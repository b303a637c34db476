package org.threshold.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.board.store.NowSignUps;
import org.threshold.board.store.NowSignUps.Begun;
import org.threshold.board.store.NowSignUps.Shares;

/** How placements began: with an officer beside the household, and with the claim made then. */
@Component
class TileSignUps implements TileSource {

    private static final int DAYS = 30;
    private static final int WHOLE = 100;

    private final NowSignUps store;

    TileSignUps(NowSignUps store) {
        this.store = store;
    }

    @Override
    public Set<TileMeasure> measures() {
        return EnumSet.of(TileMeasure.SIGN_UPS, TileMeasure.DESK_CLAIMS);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        List<Begun> begun = begun(times);
        Map<YearMonth, Shares> months = store.shares(times.months().get(0).atDay(1), times.lastMonth().atEndOfMonth());
        long signed = begun.stream().filter(each -> each.signedOn() != null).count();
        List<Begun> due = begun.stream().filter(each -> each.signedOn() != null && each.claimDue()).toList();
        long claimed = due.stream().filter(Begun::claimedAtTheDesk).count();
        return Map.of(TileMeasure.SIGN_UPS, figure(signed, begun.size(), times, months, Shares::signed,
                        Shares::placements),
                TileMeasure.DESK_CLAIMS, figure(claimed, due.size(), times, months, Shares::claimed, Shares::due));
    }

    private List<Begun> begun(TileTimes times) {
        return store.begun(times.today().minusDays(DAYS - 1L), times.today());
    }

    private static TileFigure figure(long done, long of, TileTimes times, Map<YearMonth, Shares> months,
                                     ToLongFunction<Shares> part, ToLongFunction<Shares> whole) {
        List<TilePoint> trend = times.months().stream().filter(month -> whole.applyAsLong(of(months, month)) > 0)
                .map(month -> new TilePoint(TileTimes.words(month), share(part.applyAsLong(of(months, month)),
                        whole.applyAsLong(of(months, month))))).toList();
        return new TileFigure(of == 0 ? null : share(done, of), done + " of " + of + " in the last " + DAYS + " days.",
                of, List.of(), trend, true);
    }

    private static Shares of(Map<YearMonth, Shares> months, YearMonth month) {
        return months.getOrDefault(month, Shares.NONE);
    }

    private static long share(long part, long whole) {
        return Math.round((double) part * WHOLE / whole);
    }

    /** Those without it come first. */
    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return switch (measure) {
            case SIGN_UPS -> begun(times).stream().map(each -> item(each, each.signedOn() == null
                    ? "Not signed up in person" : "Signed up on " + Words.day(each.signedOn()),
                    each.signedOn() == null)).toList();
            case DESK_CLAIMS -> begun(times).stream().filter(each -> each.signedOn() != null && each.claimDue())
                    .map(each -> item(each, claim(each.claimedOn(), each), !each.claimedAtTheDesk())).toList();
            default -> throw new IllegalArgumentException("No measure of this source: " + measure);
        };
    }

    private static String claim(LocalDate on, Begun begun) {
        return on == null ? "No claim yet" : begun.claimedAtTheDesk() ? "Claimed at the desk"
                : "Claimed on " + Words.day(on) + ", after the sign-up";
    }

    private static NowItem item(Begun each, String figure, boolean missing) {
        return new NowItem(each.reference(), null, each.unit(), "/cases/" + each.reference() + "/placements/"
                + each.placementId(), figure, missing ? 1 : 0, each.firstNight());
    }
}
