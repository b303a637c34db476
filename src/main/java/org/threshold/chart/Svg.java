package org.threshold.chart;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;

/** Writes one SVG. Whatever comes from outside is escaped here and nowhere else. */
final class Svg {

    /** In units of the view box; the page's width makes pixels of them. */
    static final double WIDTH = 480;
    static final double TEXT = 17;
    /** What a letter takes of the width at most, generously. */
    private static final double LETTER = 0.56 * TEXT;

    private final StringBuilder out = new StringBuilder();
    private final String id;

    /** @param links whether parts of it can be followed: an image's parts cannot be reached */
    Svg(String title, String description, double height, boolean links) {
        id = "chart-" + Integer.toHexString(Objects.hash(title, description));
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"threshold-chart\" viewBox=\"0 0 %s %s\" width=\"100%%\""
                        + " role=\"%s\" aria-labelledby=\"%s-title %s-desc\" focusable=\"false\""
                        + " font-family=\"Helvetica Neue, Arial, DejaVu Sans, sans-serif\" font-size=\"%s\">",
                WIDTH, height, links ? "group" : "img", id, id, TEXT);
        add("<title id=\"%s-title\">%s</title><desc id=\"%s-desc\">%s</desc>", id, escape(title), id,
                escape(description));
    }

    String id() {
        return id;
    }

    /** Numbers are written short; strings as they are, so only escaped words may come here. */
    Svg add(String format, Object... values) {
        Object[] written = values.clone();
        for (int i = 0; i < written.length; i++) {
            written[i] = written[i] instanceof Number number ? number(number.doubleValue()) : written[i];
        }
        out.append(String.format(Locale.ROOT, format, written));
        return this;
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>", x1, y1, x2, y2,
                colour, width, dashes(dash));
    }

    void path(String d, String colour, double width, String dash) {
        if (!d.isEmpty()) {
            add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>", d,
                    colour, width, dashes(dash));
        }
    }

    void text(double x, double y, String anchor, String words) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>", x, y, anchor, Palette.INK,
                escape(words));
    }

    String close() {
        return out.append("</svg>").toString();
    }

    static double width(String words) {
        return words.length() * LETTER;
    }

    /** Words cut to a width, with an ellipsis where something is missing. */
    static String fit(String words, double width) {
        int most = (int) (width / LETTER);
        return words.length() <= most ? words : words.substring(0, Math.max(1, most - 1)).strip() + "…";
    }

    static String number(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** For people: 1,069 or 4.6. */
    static String shown(double value) {
        DecimalFormat format = new DecimalFormat(Math.abs(value) >= 100 ? "#,##0" : "#,##0.#",
                DecimalFormatSymbols.getInstance(Locale.UK));
        // As the words and tables beside a chart round.
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    static String escape(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().filter(c -> c >= 0x20 || c == '\n' || c == '\t').forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static String dashes(String dash) {
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }
}
