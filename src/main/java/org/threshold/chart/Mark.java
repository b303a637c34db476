package org.threshold.chart;

/** Shapes that can be told apart without their colour. */
enum Mark {
    CIRCLE, SQUARE, TRIANGLE, TRIANGLE_DOWN, DIAMOND, CROSS;

    void draw(Svg svg, double x, double y, double size, String colour) {
        switch (this) {
            case CIRCLE -> svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", x, y, size, colour);
            case SQUARE -> outline(svg, colour, x - size, y - size, x + size, y - size, x + size, y + size,
                    x - size, y + size);
            case TRIANGLE -> outline(svg, colour, x, y - size * 1.3, x + size * 1.2, y + size,
                    x - size * 1.2, y + size);
            case TRIANGLE_DOWN -> outline(svg, colour, x, y + size * 1.3, x + size * 1.2, y - size,
                    x - size * 1.2, y - size);
            case DIAMOND -> outline(svg, colour, x, y - size * 1.4, x + size * 1.4, y, x, y + size * 1.4,
                    x - size * 1.4, y);
            case CROSS -> {
                svg.line(x - size, y - size, x + size, y + size, colour, 2.5, "");
                svg.line(x - size, y + size, x + size, y - size, colour, 2.5, "");
            }
        }
    }

    private static void outline(Svg svg, String colour, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            points.append(Svg.number(corners[i])).append(',').append(Svg.number(corners[i + 1])).append(' ');
        }
        svg.add("<polygon points=\"%s\" fill=\"%s\"/>", points.toString().strip(), colour);
    }
}
