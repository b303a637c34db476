package org.threshold.board.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereFigures;
import org.threshold.process.LiveModels;
import org.threshold.process.LiveModels.LiveModel;

/** Puts figures and the deployed models, read once for a page, together to the lines of a table. */
final class WhereRows {

    private final LiveModels models;
    private final Map<String, LiveModel> live;

    WhereRows(LiveModels models) {
        this.models = models;
        this.live = models.all().stream().collect(Collectors.toMap(LiveModel::key, Function.identity()));
    }

    /** The newest version of a process; empty where none is deployed. */
    Optional<LiveModel> model(String key) {
        return Optional.ofNullable(live.get(key));
    }

    /** One line for each process in which something was open, largest delay first. */
    List<WhereRow> processes(WhereAnswer answer, WhereQuery query) {
        List<WhereFigures> sums = answer.byProcess().entrySet().stream()
                .map(each -> WhereFigures.sum(each.getKey(), each.getValue())).toList();
        Scale scale = Scale.of(answer, sums);
        return sums.stream().map(sum -> scale.row(sum.processKey(), nameOf(sum.processKey()),
                query.address(sum.processKey()), "", null, sum)).sorted(query.sort().order(query.turned())).toList();
    }

    /** The steps of all processes that hold up most, largest first. */
    List<WhereRow> worst(WhereAnswer answer, WhereQuery query, int most) {
        Scale scale = Scale.of(answer, answer.figures());
        return answer.figures().stream().sorted(Comparator.comparingDouble(WhereFigures::delay).reversed()).limit(most)
                .map(each -> scale.row(each.elementId(), stepName(each), query.address(each.processKey(),
                        each.elementId()), nameOf(each.processKey()), null, each)).toList();
    }

    /** The steps of a process, and the processes that it calls with the sum of what is in them. */
    List<WhereRow> elements(LiveModel model, WhereAnswer answer, WhereQuery query) {
        List<WhereFigures> own = answer.of(model.key());
        Scale scale = Scale.of(answer, own);
        List<WhereRow> rows = new ArrayList<>();
        own.forEach(each -> rows.add(scale.row(each.elementId(), stepName(each), query.address(model.key(),
                each.elementId()), kind(model, each.elementId()), null, each)));
        Map<String, List<WhereFigures>> byProcess = answer.byProcess();
        model.calls().forEach((id, called) -> {
            List<WhereFigures> within = new ArrayList<>();
            collect(called, byProcess, within, new HashSet<>(Set.of(model.key())));
            rows.add(scale.row(id, model.names().get(id), query.address(called), "Called process: the sum of all in ‘"
                    + nameOf(called) + "’", called, WhereFigures.sum(called, within)));
        });
        rows.sort(query.sort().order(query.turned()));
        return rows;
    }

    private static String kind(LiveModel model, String elementId) {
        return !model.steps().containsKey(elementId) ? "No longer in the process"
                : model.clocked().contains(elementId) ? "A statutory clock runs on it" : "";
    }

    /** Whether a statutory clock runs on the step. */
    boolean isClocked(String processKey, String elementId) {
        return model(processKey).map(each -> each.clocked().contains(elementId)).orElse(false);
    }

    /** A process that is called by two that are called is counted once. */
    private void collect(String key, Map<String, List<WhereFigures>> byProcess, Collection<WhereFigures> within,
                         Set<String> counted) {
        if (counted.add(key)) {
            within.addAll(byProcess.getOrDefault(key, List.of()));
            model(key).ifPresent(model -> model.calls().values()
                    .forEach(called -> collect(called, byProcess, within, counted)));
        }
    }

    String nameOf(String processKey) {
        return model(processKey).map(LiveModel::name).orElse(processKey);
    }

    /** As the newest version says, or the one on which it last ran; the element's id where neither is there now. */
    String stepName(WhereFigures figures) {
        return stepName(figures.processKey(), figures.elementId())
                .or(() -> models.find(figures.processKey(), figures.version())
                        .map(old -> old.steps().get(figures.elementId()))).orElse(figures.elementId());
    }

    Optional<String> stepName(String processKey, String elementId) {
        return model(processKey).map(model -> model.steps().get(elementId));
    }

    /** What shares and bars are measured by: called processes may have a longer bar than the largest step. */
    private record Scale(WhereAnswer answer, double all, double largest) {

        static Scale of(WhereAnswer answer, Collection<WhereFigures> those) {
            return new Scale(answer, those.stream().mapToDouble(WhereFigures::delay).sum(),
                    those.stream().mapToDouble(WhereFigures::delay).max().orElse(0));
        }

        WhereRow row(String id, String name, String href, String kind, String called, WhereFigures figures) {
            double width = largest == 0 ? 0 : Math.min(100, figures.delay() / largest * 100);
            return new WhereRow(id, name, href, kind, called, figures, answer.caseDaysAWeek(figures.delay()),
                    all == 0 ? 0 : figures.delay() / all, called == null ? width : 0, answer.filter().weeks());
        }
    }
}
