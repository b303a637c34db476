package org.threshold.board.web;

import static org.threshold.casefile.SpreadsheetText.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereFigures;

/** The table as CSV, with more columns than a page has room for. Numbers have a point; times are in days. */
final class WhereFile {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** So that a spreadsheet knows that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private WhereFile() {
    }

    /** Largest delay first. */
    static byte[] of(WhereAnswer answer, Collection<WhereFigures> figures, WhereRows rows) {
        StringBuilder text = new StringBuilder(MARK);
        double all = figures.stream().mapToDouble(WhereFigures::delay).sum();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("process", "step", "element", "delay_case_days_a_week", "share",
                    "waiting_to_be_picked_up_case_days_a_week", "in_an_officers_hands_case_days_a_week",
                    "waiting_for_applicant_case_days_a_week", "waiting_for_another_organisation_case_days_a_week",
                    "other_hold_case_days_a_week", "completed_n", "mean_days", "median_days", "p85_days", "p90_days",
                    "longest_days", "open_now", "overdue_now", "due_in_period", "missed_their_day", "days_moved",
                    "handovers", "back_and_forth", "not_the_first_time", "from_utc", "as_of_utc");
            for (WhereFigures each : figures.stream().sorted(Comparator.comparingDouble(WhereFigures::delay).reversed())
                    .toList()) {
                printer.printRecord(safe(rows.nameOf(each.processKey())), safe(rows.stepName(each)),
                        safe(each.elementId()), week(answer, each.delay()), number(all == 0 ? 0 : each.delay() / all),
                        week(answer, each.waiting()), week(answer, each.held()), week(answer, each.forApplicant()),
                        week(answer, each.forThirdParty()), week(answer, each.otherHold()), each.completed(),
                        days(each, WhereFigures.Took::mean), days(each, WhereFigures.Took::p50),
                        days(each, WhereFigures.Took::p85), days(each, WhereFigures.Took::p90),
                        days(each, WhereFigures.Took::max), each.open(), each.overdue(), each.due(), each.missed(),
                        each.redated(), each.handovers(), each.pingPongs(), each.repeated(), answer.from(),
                        answer.asOf());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String week(WhereAnswer answer, double seconds) {
        return number(answer.caseDaysAWeek(seconds));
    }

    private static String days(WhereFigures figures, ToDoubleFunction<WhereFigures.Took> which) {
        return figures.took() == null ? "" : number(which.applyAsDouble(figures.took()) / 86_400);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
