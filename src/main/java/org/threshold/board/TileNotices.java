package org.threshold.board;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotices;

/** Notices that other councils have to get, and have not. What the Act does not ask for is left out. */
@Component
class TileNotices implements TileSource {

    private static final int MOST = 5000;

    private final HostNotices notices;

    TileNotices(HostNotices notices) {
        this.notices = notices;
    }

    @Override
    public Set<TileMeasure> measures() {
        return Set.of(TileMeasure.NOTICES);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        List<HostNotice> open = open();
        long late = open.stream().filter(notice -> notice.late(times.today())).count();
        return Map.of(TileMeasure.NOTICES, new TileFigure((long) open.size(), null, open.size(), List.of(
                new TilePart("Late", TileUnit.COUNT.say(late)),
                new TilePart("Due", TileUnit.COUNT.say(open.size() - late))), List.of(), false));
    }

    private List<HostNotice> open() {
        return notices.unsent(MOST).stream().filter(notice -> notice.dueOn() != null).toList();
    }

    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return open().stream().map(notice -> new NowItem(notice.caseReference(),
                null, notice.districtName(), "/cases/" + notice.caseReference() + "/placements/" + notice.placementId()
                + "/notices", notice.late(times.today()) ? "Late by " + days(ChronoUnit.DAYS.between(notice.dueOn(),
                times.today())) : "Day " + notice.day(times.today()) + " of " + HostNotice.DAYS,
                notice.day(times.today()), notice.dueOn())).toList();
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
