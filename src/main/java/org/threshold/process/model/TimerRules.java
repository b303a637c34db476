package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;

import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Durations are in days, hours or minutes. Weeks, months and years are refused: the engine's eight weeks are 53 to 56
 * days long. A statutory date is computed by the clock and handed over as a date.
 */
final class TimerRules implements ModelChecker.Rule {

    private static final Pattern DURATION = Pattern.compile("P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?");
    private static final Pattern CYCLE = Pattern.compile("R\\d*/" + DURATION.pattern());
    private static final Pattern CALL = Pattern.compile("\\$\\{.+}", Pattern.DOTALL);

    @Override
    public void check(Model model, Checking checking) {
        for (Element definition : model.all("timerEventDefinition")) {
            Element event = (Element) definition.getParentNode();
            List<Element> times = Xml.children(definition).stream()
                    .filter(child -> BPMN.equals(child.getNamespaceURI())).toList();
            if (times.size() != 1) {
                checking.add(model, event, "the timer has no time. Set a date or a duration.");
                continue;
            }
            time(model, event, times.get(0), checking);
        }
    }

    private static void time(Model model, Element event, Element time, Checking checking) {
        String text = time.getTextContent().strip();
        switch (time.getLocalName()) {
            case "timeDuration" -> duration(model, event, text, DURATION, "P14D or PT2H", checking);
            case "timeCycle" -> duration(model, event, text, CYCLE, "R/P1D", checking);
            default -> {
                if (!CALL.matcher(text).matches()) {
                    checking.add(model, event, "the timer's date '" + text + "' is fixed. Take it from"
                            + " ${standards.due(…)}, ${clocks.endOf(…)} or ${diary.morningOf(…)}.");
                }
            }
        }
    }

    private static void duration(Model model, Element event, String text, Pattern allowed, String example,
                                 Checking checking) {
        if (text.matches(".*\\d+W.*")) {
            checking.add(model, event, "the time '" + text + "' is in weeks, and this engine's weeks have the wrong"
                    + " length. Write days, such as P56D, or take a statutory date from ${clocks.endOf(…)}.");
        } else if (!allowed.matcher(text).matches()) {
            checking.add(model, event, "the time '" + text + "' cannot be used. Write days, hours or minutes, such as "
                    + example + ".");
        }
    }
}
