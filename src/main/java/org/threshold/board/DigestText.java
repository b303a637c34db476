package org.threshold.board;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes a morning's message as plain text: what it is, whose it is, and a link, line by line. */
final class DigestText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final String address;

    /** @param address of the service, without a slash at its end */
    DigestText(String address) {
        this.address = address;
    }

    /** Says how much there is, and no more: subjects are read on locked screens. */
    static String subject(List<DigestSection> sections) {
        int things = sections.stream().mapToInt(DigestSection::total).sum();
        return things == 1 ? "Threshold: 1 thing for your team this morning"
                : "Threshold: " + things + " things for your team this morning";
    }

    /** @param teams names of the teams that it is about */
    String body(List<String> teams, LocalDate day, List<DigestSection> sections) {
        StringBuilder text = new StringBuilder("This is what stands out for ").append(String.join(" and ", teams))
                .append(" on ").append(DAY.format(day)).append(".\n");
        sections.forEach(section -> write(section, text));
        return text.append("""

                Cases that are restricted are never in this message. You find yours under Restricted cases:
                """).append(address).append("/restricted\n\n").append("""
                On a working day on which nothing stands out you get no message. What stands now:
                """).append(address).append("/board/escalations\n").toString();
    }

    private void write(DigestSection section, StringBuilder text) {
        text.append('\n').append(section.title()).append(" (").append(section.total()).append(")\n");
        for (DigestSection.Line line : section.lines()) {
            text.append("* ").append(line.what()).append(". Next move: ").append(line.owner()).append(".\n  ")
                    .append(address).append(line.path()).append('\n');
        }
        int more = section.total() - section.lines().size();
        if (more > 0) {
            text.append("  and ").append(more).append(" more: ").append(address).append(section.list()).append('\n');
        }
    }
}
