package org.threshold.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.board.store.NowOwners;
import org.threshold.board.store.NowOwners.Next;
import org.threshold.board.store.NowStore;

/** The cases behind a measure, each with the step that comes next and the officer who owns it. */
@Service
@Needs(Permission.VIEW_BOARD)
@Transactional(readOnly = true)
public class NowCases {

    public static final int PAGE = 50;

    private final TileSources sources;
    private final NowOwners owners;
    private final NowStore store;
    private final People people;

    NowCases(TileSources sources, NowOwners owners, NowStore store, People people) {
        this.sources = sources;
        this.owners = owners;
        this.store = store;
        this.people = people;
    }

    /**
     * A page of the list.
     *
     * @param total how many lines there are on all pages
     * @param page  which this is, from 1
     */
    public record Lines(List<NowCase> lines, int total, int page, int pages) {
    }

    /**
     * One page, in one statement for owners and one for reminders besides those of the measure itself.
     *
     * @param page from 1; one that is too high is the last
     */
    public Lines page(TileMeasure measure, NowSort sort, int page) {
        List<NowCase> all = sorted(measure, sort);
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        List<NowCase> lines = all.subList((shown - 1) * PAGE, Math.min(all.size(), shown * PAGE));
        return new Lines(reminded(lines), all.size(), shown, pages);
    }

    private List<NowCase> sorted(TileMeasure measure, NowSort sort) {
        List<NowItem> items = sources.items(measure);
        boolean steps = items.stream().anyMatch(item -> item.stepId() != null);
        Map<String, Next> next = items.isEmpty() ? Map.of()
                : steps ? owners.ofSteps(items.stream().map(NowItem::stepId).toList())
                : owners.ofCases(items.stream().map(NowItem::reference).toList());
        Map<String, String> teams = people.teams().stream().collect(Collectors.toMap(Team::key, Team::name));
        // What ended between two statements is not there any more.
        return items.stream().map(item -> line(item, next.get(steps ? item.stepId() : item.reference().value()), teams))
                .filter(Objects::nonNull).sorted(sort.order()).toList();
    }

    private NowCase line(NowItem item, Next next, Map<String, String> teams) {
        return next == null ? null : new NowCase(item, next.applicant(), teams.getOrDefault(next.team(), next.team()),
                next.stepId() == null ? null : new NowCase.Step(next.stepId(), next.step(),
                next.owner() == null ? null : people.nameOf(next.owner()), next.dueAt(), null));
    }

    private List<NowCase> reminded(List<NowCase> lines) {
        Map<String, LocalDate> last = store.reminded(lines.stream().filter(line -> line.step() != null)
                .map(line -> line.step().id()).toList());
        return lines.stream().map(line -> line.step() == null || !last.containsKey(line.step().id()) ? line
                : new NowCase(line.item(), line.applicant(), line.team(), new NowCase.Step(line.step().id(),
                line.step().name(), line.step().owner(), line.step().dueAt(), last.get(line.step().id())))).toList();
    }
}
