package org.threshold.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threshold.statistics.Direction;
import org.threshold.statistics.KaplanMeier;
import org.threshold.statistics.Observation;
import org.threshold.statistics.Xmr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is promised of every chart, read from the SVG as a browser reads it. */
class ChartsTest {

    private static final String TITLE = "Waiting for <b>\"Sam & Co's\"</b> answer";
    private static final String DESCRIPTION = "Up & down <script>alert(1)</script>\u0001";

    static Stream<String> every() {
        List<Series> two = List.of(new Series("Came <i>", points(3, 4, 5)), new Series("Went", points(2, 1, 6)));
        LocalDate day = LocalDate.of(2026, 10, 24);
        List<Scatter.Dot> dots = List.of(new Scatter.Dot(day, 3), new Scatter.Dot(day.plusDays(3), 9));
        KaplanMeier curve = KaplanMeier.of(List.of(new Observation(3, true), new Observation(9, false)));
        return Stream.of(new LineChart(TITLE, DESCRIPTION, two, "Cases").svg(),
                new BarChart(TITLE, DESCRIPTION, List.of(new Bar("A <b>", 3, null), new Bar("B", 0, null)), "days")
                        .svg(),
                new StackedArea(TITLE, DESCRIPTION, two, "Cases").svg(),
                new Scatter(TITLE, DESCRIPTION, dots, "An end <b>", dots, "85 %", "Days").svg(),
                new StepCurve(TITLE, DESCRIPTION, List.of(new StepCurve.Curve("Flats <b>", curve)), "Days", "%").svg(),
                new StackedSteps(TITLE, DESCRIPTION, new double[]{3, 9}, List.of(new StackedSteps.Band("Housed <b>",
                        new double[]{10, 30})), 12, "There <b>", "Days", "%").svg());
    }

    @ParameterizedTest
    @MethodSource("every")
    void aChartIsAnImageWithATitleAndADescription(String svg) throws Exception {
        Element root = read(svg).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).startsWith("0 0 480 ");
        assertThat(root.getAttribute("width")).isEqualTo("100%");
        Element title = (Element) root.getElementsByTagName("title").item(0);
        Element desc = (Element) root.getElementsByTagName("desc").item(0);
        assertThat(title.getTextContent()).isEqualTo(TITLE);
        assertThat(desc.getTextContent()).isEqualTo("Up & down <script>alert(1)</script>");
        assertThat(root.getAttribute("aria-labelledby"))
                .isEqualTo(title.getAttribute("id") + " " + desc.getAttribute("id"));
        assertThat(svg).doesNotContain("<script", "<b>", "style=");
    }

    @ParameterizedTest
    @MethodSource("empty")
    void aChartOfNothingIsStillAPicture(String svg) throws Exception {
        assertThat(read(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).doesNotContain("NaN", "∞", "Infinity");
    }

    static Stream<String> empty() {
        KaplanMeier none = KaplanMeier.of(List.of());
        return Stream.of(new LineChart("t", "d", List.of(), "y").svg(),
                new LineChart("t", "d", List.of(new Series("One", points(0))), "y").svg(),
                new LineChart("t", "d", List.of(new Series("Gap", points(1, Double.NaN, 3))), "y").svg(),
                new BarChart("t", "d", List.of(), "").svg(), new StackedArea("t", "d", List.of(), "y").svg(),
                new Scatter("t", "d", List.of(), "dot", List.of(), "line", "y").svg(),
                new StepCurve("t", "d", List.of(new StepCurve.Curve("None", none)), "x", "y").svg(),
                new StackedSteps("t", "d", new double[0], List.of(new StackedSteps.Band("None", new double[0])), 3,
                        "left", "x", "y").svg());
    }

    @Test
    void colourIsNeverAlone() {
        assertThat(IntStream.range(0, 5).mapToObj(Palette::dash).distinct()).hasSize(5);
        assertThat(IntStream.range(0, 5).mapToObj(Palette::mark).distinct()).hasSize(5);
        assertThat(IntStream.range(0, 5).mapToObj(Palette::colour).distinct()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(contrastOnWhite(Palette.colour(i))).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aSignalHasAShapeAndAWordOfItsOwn() {
        double[] values = DoubleStream.concat(DoubleStream.iterate(10, v -> 21 - v).limit(14), DoubleStream.of(40))
                .toArray();
        LineChart chart = new LineChart("Approaches", "d", List.of(new Series("Approaches", points(values))), "a month")
                .withTarget(5);
        Xmr xmr = Xmr.of(values, 14, true);
        assertThat(chart.svg()).doesNotContain("polygon", "Signal").contains(">Target 5<");
        assertThat(chart.withLimits(xmr, Direction.UP_IS_GOOD).svg()).contains("Signal: improvement", "polygon",
                ">Average 10.5<");
        assertThat(chart.withLimits(xmr, Direction.DOWN_IS_GOOD).svg()).contains("Signal: concern");
        assertThat(chart.withLimits(xmr, Direction.NEITHER).svg()).contains("Signal: higher than usual");
    }

    @Test
    void aLimitBelowNothingIsNotDrawn() {
        double[] values = {1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9};
        String svg = new LineChart("t", "d", List.of(new Series("Few", points(values))), "y")
                .withLimits(Xmr.of(values, true), Direction.NEITHER).svg();
        assertThat(svg).contains(">Limits 0 to ").doesNotContain(">-");
    }

    @Test
    void aLimitBeyondTheMostIsNotDrawn() {
        double[] values = {0, 100, 50, 100, 0, 100, 0, 100, 50, 100, 0, 100};
        Xmr xmr = Xmr.of(values, true);
        LineChart chart = new LineChart("t", "d", List.of(new Series("Share", points(values))), "Per cent")
                .withLimits(xmr, Direction.UP_IS_GOOD);
        assertThat(xmr.upper()).isGreaterThan(200);
        assertThat(chart.svg()).contains("Limits 0 to 2", ">200<").satisfies(svg -> assertThat(dashed(svg)).isEqualTo(2));
        assertThat(chart.upTo(100).svg()).contains("Limits 0 to 100<").doesNotContain(">200<")
                .satisfies(svg -> assertThat(dashed(svg)).as("only in the key").isOne());
    }

    private static int dashed(String svg) {
        return svg.split("\"7 5\"").length - 1;
    }

    @Test
    void barsAreRankedAndTheirLabelsCanBeFollowed() throws Exception {
        String svg = new BarChart("t", "d", List.of(new Bar("Short", 1, null),
                new Bar("Long", 1234.5, "/work?a=1&b=2")), "days").svg();
        assertThat(svg.indexOf("Long")).isLessThan(svg.indexOf("Short"));
        assertThat(svg).contains("1,235 days");
        Element root = read(svg).getDocumentElement();
        assertThat(root.getAttribute("role")).as("an image hides its links").isEqualTo("group");
        assertThat(((Element) root.getElementsByTagName("a").item(0)).getAttribute("href")).isEqualTo("/work?a=1&b=2");
        assertThatThrownBy(() -> new Bar("x", 1, "javascript:alert(1)")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bar("x", 1, "//elsewhere")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new BarChart("t", "d", List.of(new Bar("0 to 7", 1, null), new Bar("8 to 14", 2, null)), "", false)
                .svg()).containsSubsequence("0 to 7", "8 to 14");
    }

    @Test
    void bandsStandOnEachOther() throws Exception {
        Document svg = read(new StackedArea("t", "d", List.of(new Series("Ended", points(0, 10)),
                new Series("Open", points(10, 10))), "y").svg());
        NodeList areas = svg.getElementsByTagName("path");
        List<String> ways = new ArrayList<>();
        for (int i = 0; i < areas.getLength(); i++) {
            if (((Element) areas.item(i)).getAttribute("fill").startsWith("url")) {
                ways.add(((Element) areas.item(i)).getAttribute("d"));
            }
        }
        String top = ways.get(0).substring(0, ways.get(0).indexOf('L', ways.get(0).indexOf('L') + 1));
        assertThat(ways.get(1)).as("the second band's lower edge is the first one's upper")
                .contains(top.substring(1, top.indexOf('L')));
    }

    @Test
    void aFewVeryLongOnesDoNotPressTheOthersFlat() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        List<Scatter.Dot> dots = new ArrayList<>(Collections.nCopies(50, new Scatter.Dot(day, 10)));
        dots.add(new Scatter.Dot(day, 3000));
        assertThat(new Scatter("t", "d", dots, "dot", List.of(), "", "Days").svg())
                .contains("Above the chart: 1, up to 3,000").doesNotContain(">4,000<");
    }

    private static List<Point> points(double... values) {
        return IntStream.range(0, values.length).mapToObj(i -> new Point("Week " + i, values[i])).toList();
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** WCAG 2.2's contrast ratio. */
    private static double contrastOnWhite(String colour) {
        double[] rgb = IntStream.of(1, 3, 5).mapToDouble(i -> Integer.parseInt(colour.substring(i, i + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)).toArray();
        return 1.05 / (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05);
    }
}
