package org.threshold.chart;

import java.util.List;

/** How bands on top of each other are told apart without colour: each has a pattern, and a white line above it. */
final class Patterns {

    private static final List<String> DRAWN = List.of("",
            "<path d=\"M0 10L10 0\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>",
            "<circle cx=\"5\" cy=\"5\" r=\"1.6\" fill=\"#ffffff\"/>",
            "<path d=\"M0 5H10\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>",
            "<path d=\"M0 5H10M5 0V10\" stroke=\"#ffffff\" stroke-width=\"1.2\"/>");

    private Patterns() {
    }

    static void define(Svg svg, int bands) {
        svg.add("<defs>");
        for (int band = 0; band < bands; band++) {
            svg.add("<pattern id=\"%s-%s\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
                            + "<rect width=\"10\" height=\"10\" fill=\"%s\"/>%s</pattern>", svg.id(), band,
                    Palette.colour(band), DRAWN.get(band % DRAWN.size()));
        }
        svg.add("</defs>");
    }

    /** From the top down, as the bands lie. */
    static Key key(Svg svg, List<String> bands) {
        Key key = new Key();
        for (int band = bands.size() - 1; band >= 0; band--) {
            key.area(bands.get(band), fill(svg, band));
        }
        return key;
    }

    /** @param edge the upper one */
    static void band(Svg svg, int band, Path area, Path edge) {
        svg.add("<path d=\"%s\" fill=\"%s\"/>", area.closed(), fill(svg, band));
        svg.path(edge.open(), "#ffffff", 3, "");
        svg.path(edge.open(), Palette.colour(band), 1.5, "");
    }

    private static String fill(Svg svg, int band) {
        return "url(#" + svg.id() + "-" + band + ")";
    }
}
