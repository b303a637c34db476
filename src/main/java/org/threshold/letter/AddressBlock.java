package org.threshold.letter;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The lines under the name of whoever gets a letter, in the letter's page as it is kept. */
final class AddressBlock {

    private static final String BEGIN = "<!--address-->";
    private static final String END = "<!--/address-->";

    private AddressBlock() {
    }

    /** The same page with these lines instead of those that it has. */
    static String write(String html, List<String> lines) {
        int begin = html.indexOf(BEGIN);
        int end = html.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IllegalStateException("The letter has no place for an address");
        }
        StringBuilder block = new StringBuilder();
        lines.forEach(line -> block.append("<br/><span>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</span>"));
        return html.substring(0, begin + BEGIN.length()) + block + html.substring(end);
    }
}
