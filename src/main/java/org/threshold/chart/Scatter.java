package org.threshold.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.threshold.statistics.Percentiles;

/**
 * Dots by day, such as the day on which something ended and how long it had taken, with a line through them. A few dots
 * far above the rest would press all others flat: they stand as triangles at the upper edge, and the key says so.
 *
 * @param line      such as the 85 % line over the days before; empty for none
 * @param lineLabel what the line is
 */
public record Scatter(String title, String description, List<Dot> dots, String dotLabel, List<Dot> line,
                      String lineLabel, String yLabel) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);
    private static final int LABELS = 3;
    /** So many times the 85th percentile is the upper edge, when anything lies above it. */
    private static final double EDGE = 4;

    public record Dot(LocalDate day, double y) {
    }

    public Scatter {
        dots = List.copyOf(dots);
        line = List.copyOf(line);
    }

    /** @return an SVG element for a page */
    public String svg() {
        double edge = edge();
        List<Dot> above = dots.stream().filter(dot -> dot.y() > edge).toList();
        Key key = new Key().mark(dotLabel, Palette.BLUE, Mark.CIRCLE);
        if (!above.isEmpty()) {
            key.mark("Above the chart: " + above.size() + ", up to "
                    + Svg.shown(above.stream().mapToDouble(Dot::y).max().orElseThrow()), Palette.PURPLE, Mark.TRIANGLE);
        }
        if (!line.isEmpty()) {
            key.line(lineLabel, Palette.ORANGE, "", null);
        }
        LocalDate first = all().map(Dot::day).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        LocalDate last = all().map(Dot::day).max(LocalDate::compareTo).orElse(first);
        Frame frame = new Frame(key.height(), ChronoUnit.DAYS.between(first, last), 0, edge);
        Svg svg = new Svg(title, description, Frame.height(key.height()), false);
        key.draw(svg);
        frame.grid(svg, yLabel);
        days(svg, frame, first, last);
        dots.stream().filter(dot -> dot.y() <= edge).forEach(dot -> svg.add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"3.2\" fill=\"%s\" fill-opacity=\"0.75\"/>", x(frame, first, dot),
                frame.y(dot.y()), Palette.BLUE));
        above.forEach(dot -> Mark.TRIANGLE.draw(svg, x(frame, first, dot), frame.y(edge) + 6, 5, Palette.PURPLE));
        Path path = new Path();
        line.forEach(dot -> path.to(x(frame, first, dot), frame.y(dot.y())));
        // A white rim keeps the line apart from the dots under it.
        svg.path(path.open(), "#ffffff", 6.5, "");
        svg.path(path.open(), Palette.ORANGE, 3.5, "");
        return svg.close();
    }

    private double edge() {
        double most = all().mapToDouble(Dot::y).max().orElse(1);
        double usual = Percentiles.of(dots.stream().mapToDouble(Dot::y).toArray(), 0.85) * EDGE;
        double line = this.line.stream().mapToDouble(Dot::y).max().orElse(0);
        return usual > 0 && usual < most ? Math.max(usual, line) : most;
    }

    private Stream<Dot> all() {
        return Stream.concat(dots.stream(), line.stream());
    }

    private void days(Svg svg, Frame frame, LocalDate first, LocalDate last) {
        long span = ChronoUnit.DAYS.between(first, last);
        for (int i = 0; i < LABELS && (i == 0 || span >= LABELS); i++) {
            long days = span * i / (LABELS - 1);
            frame.label(svg, frame.x(days), DAY.format(first.plusDays(days)));
        }
    }

    private static double x(Frame frame, LocalDate first, Dot dot) {
        return frame.x(ChronoUnit.DAYS.between(first, dot.day()));
    }
}
