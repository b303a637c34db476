package org.threshold.process.model;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.threshold.clock.ClockKind;
import org.w3c.dom.Element;

/** Dates come from clocks and standards that exist, and a 'Statutory clock' waits for the clock it names. */
final class DateRules implements ModelChecker.Rule {

    private static final Pattern CLOCK = Pattern.compile("clocks\\.[a-zA-Z]+\\(caseReference, ?'([^']*)'");
    private static final Pattern STANDARD = Pattern.compile("standards\\.due(?:By)?\\('([^']*)'");
    private static final Set<String> KINDS = Arrays.stream(ClockKind.values()).map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public void check(Model model, Checking checking) {
        for (Element event : model.all("boundaryEvent", "intermediateCatchEvent")) {
            String date = event.getTextContent();
            Matcher clock = CLOCK.matcher(date);
            String kind = clock.find() ? clock.group(1) : "";
            if (!kind.isEmpty() && !KINDS.contains(kind)) {
                checking.add(model, event, "waits for the clock '" + kind + "', which does not exist. Use one of "
                        + KINDS + ".");
            }
            Model.property(event, "clock").filter(chosen -> !chosen.equals(kind)).ifPresent(chosen ->
                    checking.add(model, event, "names the clock " + chosen + ", but its date is that of another. Set the"
                            + " date to ${clocks.endOf(caseReference, '" + chosen + "')}."));
            Matcher standard = STANDARD.matcher(date);
            if (standard.find() && !checking.all.standards().contains(standard.group(1))) {
                checking.add(model, event, "takes its date from the standard '" + standard.group(1) + "', which the"
                        + " table bpmn/service-standards/service-standards.dmn does not have. Add a row there, or use"
                        + " one of " + checking.all.standards() + ".");
            }
        }
    }
}
