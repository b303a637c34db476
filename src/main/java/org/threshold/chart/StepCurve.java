package org.threshold.chart;

import java.util.ArrayList;
import java.util.List;
import org.threshold.statistics.KaplanMeier;

/**
 * Survival: the percentage still open after a time, as steps, each with its 95 % band. At most five curves.
 *
 * @param xLabel what the times are, such as 'days since the first night'
 * @param yLabel what the percentage is of
 */
public record StepCurve(String title, String description, List<Curve> curves, String xLabel, String yLabel) {

    public record Curve(String label, KaplanMeier survival) {
    }

    public StepCurve {
        curves = List.copyOf(curves);
    }

    /** @return an SVG element for a page */
    public String svg() {
        Key key = new Key();
        for (int i = 0; i < curves.size(); i++) {
            key.line(curves.get(i).label(), Palette.colour(i), Palette.dash(i), null);
        }
        key.area("Where the curve would lie, 95 % sure", "#dddddd");
        double longest = curves.stream().mapToDouble(each -> each.survival().longest())
                .filter(time -> !Double.isNaN(time)).max().orElse(1);
        Frame frame = new Frame(key.height(), longest, 0, 100);
        Svg svg = new Svg(title, description, Frame.height(key.height()) + Key.LINE, false);
        key.draw(svg);
        frame.grid(svg, yLabel);
        frame.times(svg, longest, xLabel);
        for (int i = 0; i < curves.size(); i++) {
            band(svg, frame, curves.get(i).survival(), Palette.colour(i));
        }
        for (int i = 0; i < curves.size(); i++) {
            svg.path(curve(frame, curves.get(i).survival()), Palette.colour(i), 3, Palette.dash(i));
        }
        return svg.close();
    }

    private static String curve(Frame frame, KaplanMeier survival) {
        Path path = new Path();
        double share = 1;
        path.to(frame.x(0), frame.y(100));
        for (KaplanMeier.Step step : survival.steps()) {
            path.to(frame.x(step.time()), frame.y(share * 100));
            share = step.survival();
            path.to(frame.x(step.time()), frame.y(share * 100));
        }
        return path.to(frame.x(survival.longest()), frame.y(share * 100)).open();
    }

    private static void band(Svg svg, Frame frame, KaplanMeier survival, String colour) {
        Path path = new Path();
        List<double[]> lower = new ArrayList<>();
        List<KaplanMeier.Step> steps = survival.steps().stream().filter(step -> !Double.isNaN(step.lower())).toList();
        for (int i = 0; i < steps.size(); i++) {
            KaplanMeier.Step step = steps.get(i);
            double until = i + 1 < steps.size() ? steps.get(i + 1).time() : survival.longest();
            path.to(frame.x(step.time()), frame.y(step.upper() * 100)).to(frame.x(until), frame.y(step.upper() * 100));
            lower.add(new double[]{frame.x(step.time()), frame.y(step.lower() * 100)});
            lower.add(new double[]{frame.x(until), frame.y(step.lower() * 100)});
        }
        for (int i = lower.size() - 1; i >= 0; i--) {
            path.to(lower.get(i)[0], lower.get(i)[1]);
        }
        if (!steps.isEmpty()) {
            svg.add("<path d=\"%s\" fill=\"%s\" fill-opacity=\"0.16\"/>", path.closed(), colour);
        }
    }
}
