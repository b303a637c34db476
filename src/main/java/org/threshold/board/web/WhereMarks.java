package org.threshold.board.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threshold.process.LiveModels.LiveModel;

/** What the diagram shows on each element: a level by its outline, and the number itself. */
final class WhereMarks {

    private WhereMarks() {
    }

    /**
     * @param level from 0, nothing, to {@link WhereHeat#LEVELS}
     * @param words the number, or where a called process leads to
     * @param says  the same in a sentence, for whoever hears it
     */
    public record Mark(String id, int level, String words, String says, String href, boolean call) {
    }

    /** From that figure on an element has this level. */
    public record Level(int level, String from) {
    }

    /** What has no figure has no mark. A called process is not heated: its sum is of another diagram. */
    static List<Mark> of(List<WhereRow> rows, LiveModel model, WhereHeat heat) {
        double largest = largest(rows, heat);
        List<Mark> marks = new ArrayList<>();
        for (WhereRow row : rows) {
            String words = heat.words(row);
            if (row.isCall() && row.figures().steps() == 0) {
                continue;
            }
            if (row.isCall()) {
                marks.add(new Mark(row.id(), 0, words == null ? "Open" : "Σ " + words, row.name() + ": "
                        + (words == null ? "look into the called process"
                        : heat.title() + ", all of the called process: " + words), row.href(), true));
            } else if (model.steps().containsKey(row.id()) && !words.isEmpty()) {
                marks.add(new Mark(row.id(), WhereHeat.level(heat.value(row), largest), words, row.name() + ": "
                        + heat.title() + ": " + words, row.href(), false));
            }
        }
        return marks;
    }

    /** For the key beside the diagram. */
    static List<Level> levels(List<WhereRow> rows, WhereHeat heat) {
        double largest = largest(rows, heat);
        Map<Integer, Level> levels = new TreeMap<>();
        rows.stream().filter(row -> !row.isCall()).forEach(row -> {
            int level = WhereHeat.level(heat.value(row), largest);
            if (level > 0 && !levels.containsKey(level)) {
                levels.put(level, new Level(level, range(rows, heat, largest, level)));
            }
        });
        return List.copyOf(levels.values());
    }

    private static String range(List<WhereRow> rows, WhereHeat heat, double largest, int level) {
        List<WhereRow> those = rows.stream().filter(row -> !row.isCall()
                && WhereHeat.level(heat.value(row), largest) == level)
                .sorted(Comparator.comparingDouble(heat::value)).toList();
        String least = heat.words(those.get(0));
        String most = heat.words(those.get(those.size() - 1));
        return least.equals(most) ? least : least + " to " + most;
    }

    private static double largest(List<WhereRow> rows, WhereHeat heat) {
        return rows.stream().filter(row -> !row.isCall()).mapToDouble(heat::value).max().orElse(0);
    }
}
