package org.threshold.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.threshold.appointment.store.AppointmentStore.Row;

/** Writes a calendar of RFC 5545: times in UTC, lines of at most 75 octets that end in CR LF, texts escaped. */
final class CalendarFile {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    CalendarFile(Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Threshold//Appointments//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:Appointments");
        line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    }

    CalendarFile with(List<Row> appointments) {
        appointments.forEach(this::event);
        return this;
    }

    private void event(Row appointment) {
        line("BEGIN:VEVENT");
        line("UID:" + appointment.uid());
        line("DTSTAMP:" + UTC.format(now));
        line("DTSTART:" + UTC.format(appointment.startsAt()));
        line("DTEND:" + UTC.format(appointment.endsAt()));
        line("SEQUENCE:" + appointment.version());
        line("SUMMARY:" + escaped(summary(appointment)));
        if (appointment.venue() == Venue.OFFICE) {
            line("LOCATION:" + escaped(appointment.place()));
        }
        line("CLASS:PRIVATE");
        line("END:VEVENT");
    }

    /** Not for what, and not at whose: what an appointment is for says something of who comes. */
    private static String summary(Row appointment) {
        return appointment.venue() == Venue.OFFICE ? "Appointment" : "Visit";
    }

    String text() {
        return text + "END:VCALENDAR\r\n";
    }

    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int point = content.codePointAt(at);
            String piece = Character.toString(point);
            int length = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(piece);
            octets += length;
            at += piece.length();
        }
        text.append("\r\n");
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n")
                .replace("\n", "\\n").replace("\r", "");
    }
}
