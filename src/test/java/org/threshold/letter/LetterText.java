package org.threshold.letter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A letter of other rooms as it would be read, with plainly fictional people. */
public final class LetterText {

    public static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final LetterIndex INDEX = new LetterIndex();
    private static final LetterWriter WRITER = new LetterWriter();

    private LetterText() {
    }

    /** The words of the letter, without its marks. */
    public static String of(String key, Map<String, Object> facts) {
        Map<String, Object> model = new HashMap<>(facts);
        model.put("reference", "TH-26-000001");
        model.put("applicantName", "Jordan Example");
        model.put("council", new Council("Exampleton Council", List.of("Town Hall"), "01632 960001", null, null));
        model.put("issuedOn", DAY);
        String html = WRITER.write(LetterTemplate.of(key), model);
        return HtmlUtils.htmlUnescape(html.substring(html.indexOf("<body>")).replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ").replaceAll(" ([.,;:)])", "$1").replace("( ", "(");
    }

    /** What the letter would lack with these facts, in the words of the index. */
    public static List<String> missing(String key, Map<String, Object> facts) {
        return INDEX.of(LetterTemplate.of(key)).missingIn(facts).stream().map(Need::words).toList();
    }
}
