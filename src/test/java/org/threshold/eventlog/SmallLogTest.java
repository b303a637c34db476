package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.threshold.eventlog.LogAnalysis.ActivityFigures;
import org.threshold.eventlog.LogAnalysis.EdgeFigures;
import org.threshold.eventlog.LogAnalysis.Handover;
import org.threshold.eventlog.LogAnalysis.ReworkFigures;

/** A log of three cases whose every figure was reckoned by hand, as XES, zipped, and as CSV of several kinds. */
class SmallLogTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final double HOUR = 1 / 24.0;

    @Test
    void beginningsAndEndsGiveWaitingAndService() throws IOException {
        checkFigures(analyse(repairs()));
    }

    @Test
    void theSameZipped() throws IOException {
        checkFigures(analyse(zipped(repairs())));
    }

    private static void checkFigures(LogAnalysis found) {
        assertThat(List.of(found.cases(), found.events(), found.activities(), found.variants()))
                .containsExactly(3L, 11L, 2L, 3L);
        assertThat(found.first()).isEqualTo(Instant.parse("2026-03-28T09:00:00Z"));
        assertThat(found.last()).isEqualTo(Instant.parse("2026-04-10T09:00:00Z"));
        // 27 hours across the night in which clocks went on (28 by the wall), 96 hours, and none.
        assertThat(found.caseDays().mean()).isCloseTo(123 * HOUR / 3, EXACT);
        assertThat(found.caseDays().p50()).isCloseTo(27 * HOUR, EXACT);
        assertThat(found.caseDays().p90()).isCloseTo((27 + 0.8 * 69) * HOUR, EXACT);
        assertThat(found.caseDays().max()).isCloseTo(96 * HOUR, EXACT);
        // Thirteen days from the first beginning to the last of three.
        assertThat(found.arrivalDays()).isEqualTo(6.5);
        assertThat(found.starts()).isTrue();

        ActivityFigures inspect = found.byActivity().stream().filter(each -> each.activity().equals("Inspect"))
                .findFirst().orElseThrow();
        assertThat(List.of(inspect.events(), inspect.cases(), inspect.executions())).containsExactly(5L, 3L, 3L);
        assertThat(inspect.waiting()).isNull();
        checkSpans(inspect.service(), 2, 1.5, 1.9, 3);
        ActivityFigures mend = found.byActivity().stream().filter(each -> each.activity().equals("Mend"))
                .findFirst().orElseThrow();
        assertThat(List.of(mend.events(), mend.cases(), mend.executions())).containsExactly(6L, 2L, 3L);
        checkSpans(mend.waiting(), 3, 24, 24 + 0.8 * 24, 24 + 48 + 24);
        checkSpans(mend.service(), 3, 4, 4 + 0.8 * 14, 2 + 4 + 18);

        assertThat(found.edges()).isEqualTo(2);
        EdgeFigures first = found.byEdge().get(0);
        assertThat(first.from() + " " + first.to()).isEqualTo("Inspect Mend");
        checkSpans(first.waiting(), 2, 36, 45.6, 72);
        assertThat(first.share()).isCloseTo(0.75, EXACT);
        checkSpans(found.byEdge().get(1).waiting(), 1, 24, 24, 24);

        assertThat(found.rework()).containsExactly(new ReworkFigures("Mend", 2, 1, 0, 1, 0));
        assertThat(found.handovers().count()).isEqualTo(3);
        assertThat(found.handovers().most()).containsExactly(new Handover("Ann", "Bob", 2),
                new Handover("Bob", "Cal", 1));
        assertThat(found.commonest()).extracting(LogAnalysis.Variant::length).containsExactlyInAnyOrder(1, 4, 6);
        assertThat(found.remarks()).isEmpty();
    }

    private static void checkSpans(Spans found, long n, double medianHours, double p90Hours, double totalHours) {
        assertThat(found.n()).isEqualTo(n);
        assertThat(found.median()).isCloseTo(medianHours * HOUR, EXACT);
        assertThat(found.p90()).isCloseTo(p90Hours * HOUR, EXACT);
        assertThat(found.total()).isCloseTo(totalHours * HOUR, EXACT);
    }

    @Test
    void csvWithUsualHeadingsNeedsNoMapping() throws IOException {
        LogAnalysis found = analyse(bytes("""
                Case ID,Activity,Timestamp,Resource
                A,Ask,2026-03-28 12:00,Ann
                B,Ask,2026-03-28 12:00,Bob
                A,Answer,2026-03-29 12:00,Ann
                A,Ask,2026-03-29 13:00,Ann
                A,Ask,2026-03-29 14:00,Bob
                """));
        assertThat(List.of(found.cases(), found.events(), found.activities(), found.variants()))
                .containsExactly(2L, 5L, 2L, 2L);
        // London's clocks went on in between: one hour less than the wall says.
        assertThat(found.caseDays().max()).isCloseTo(25 * HOUR, EXACT);
        assertThat(found.rework()).containsExactly(new ReworkFigures("Ask", 2, 1, 1, 1, 0));
        assertThat(found.handovers().betweenTwo()).isEqualTo(1);
        assertThat(found.handovers().pairs()).isEqualTo(2);
        assertThat(found.starts()).isFalse();
    }

    @Test
    void csvWithOtherHeadingsSemicolonsQuotesAndAMark() throws IOException {
        LogMapping mapping = new LogMapping("Fall", "Schritt", "Zeit", null, null, LogMapping.Delimiter.ANY,
                ZoneId.of("UTC"), DateOrder.DAY_FIRST);
        LogAnalysis found = LogAnalyser.analyse(read(bytes("\uFEFFFall;\"Schritt\";Zeit\r\n"
                + "1;\"Prüfen; und \"\"sehen\"\"\";29.03.2026 00:30\r\n1;Ende;29.03.2026 02:30\r\n"), mapping));
        assertThat(found.caseDays().max()).isCloseTo(2 * HOUR, EXACT);
        assertThat(found.byEdge().get(0).from()).isEqualTo("Prüfen; und \"sehen\"");
    }

    @Test
    void csvWithTabsAndALifecycle() throws IOException {
        LogAnalysis found = analyse(bytes("case\tactivity\ttime\tlifecycle\n1\tAsk\t2026-01-01T09:00Z\tSTART\n"
                + "1\tAsk\t2026-01-01T11:00Z\tCOMPLETE\n1\tAsk\t2026-01-01T11:30Z\tassign\n"));
        assertThat(found.byActivity().get(0).executions()).isEqualTo(1);
        checkSpans(found.byActivity().get(0).service(), 1, 2, 2, 2);
        assertThat(found.caseDays().max()).isCloseTo(2.5 * HOUR, EXACT);
    }

    @Test
    void overlappingExecutionsWaitForNothingAndEndsBelongToTheOldestBeginning() throws IOException {
        LogAnalysis found = analyse(bytes("case,activity,time,lifecycle\n1,Ask,2026-01-01T09:00Z,start\n"
                + "1,Ask,2026-01-01T10:00Z,start\n1,Look,2026-01-01T10:30Z,start\n1,Ask,2026-01-01T11:00Z,complete\n"
                + "1,Ask,2026-01-01T13:00Z,complete\n"));
        checkSpans(found.byActivity().get(0).service(), 2, 2.5, 2.9, 5);
        assertThat(found.byEdge()).allSatisfy(edge -> assertThat(edge.waiting().total()).isZero());
        assertThat(found.byActivity().get(1).service()).isNull();
    }

    @Test
    void eventsOutOfOrderArePutInOrderAndThoseOfOneInstantStay() throws IOException {
        LogAnalysis found = analyse(bytes("case,activity,time\n1,C,2026-01-03\n1,A,2026-01-01\n1,B,2026-01-01\n"));
        assertThat(found.commonest().get(0).activities()).containsExactly("A", "B", "C");
        assertThat(found.caseDays().max()).isCloseTo(2, EXACT);
        assertThat(found.remarks()).containsExactly(
                "1 case had events out of the order of their times; they were put in order.");
    }

    @Test
    void daysThatCouldBeMonthsAreSaidUnlessOneShowsTheOrder() throws IOException {
        String doubtful = "case,activity,time\n1,A,03/04/2025\n1,B,05/04/2025 10:00\n1,C,06/06/2025\n";
        assertThat(analyse(bytes(doubtful)).remarks()).containsExactly("2 times, like 03/04/2025, were read as"
                + " day/month/year: nothing in the log shows which comes first.");
        assertThat(analyse(bytes(doubtful + "1,D,13/06/2025\n")).remarks()).isEmpty();
        assertThat(analyse(bytes(doubtful.replaceAll("(../..)/(2025)", "$2/$1"))).remarks()).isEmpty();
        LogMapping monthFirst = new LogMapping(null, null, null, null, null, LogMapping.Delimiter.ANY,
                ZoneId.of("UTC"), DateOrder.MONTH_FIRST);
        assertThat(LogAnalyser.analyse(read(bytes(doubtful), monthFirst)).remarks()).isEmpty();
        assertThat(analyse(bytes("<log><trace><string key='concept:name' value='X'/><event><string key='concept:name'"
                + " value='A'/><date key='time:timestamp' value='03.04.2025 09:00'/></event></trace></log>")).remarks())
                .containsExactly("1 time, like 03/04/2025, was read as day/month/year: nothing in the log shows which"
                        + " comes first.");
    }

    @Test
    void oneEventIsACaseOfNoTime() throws IOException {
        LogAnalysis found = analyse(bytes("case,activity,time\n1,A,2026-01-01"));
        assertThat(List.of(found.cases(), found.events(), found.edges())).containsExactly(1L, 1L, 0L);
        assertThat(found.caseDays().max()).isZero();
        assertThat(found.byEdge()).isEmpty();
    }

    @Test
    void tracesWithoutANameWithoutEventsOrWithTheNameOfAnotherAreSaid() throws IOException {
        String event = "<event><string key='concept:name' value='A'/>"
                + "<date key='time:timestamp' value='2026-01-01'/></event>";
        String name = "<string key='concept:name' value='X'/>";
        LogAnalysis found = analyse(bytes("<log><trace>" + event + name + "</trace><trace>" + name + event + "</trace>"
                + "<trace>" + event + "</trace><trace>" + name + "</trace></log>"));
        assertThat(found.cases()).isEqualTo(2);
        assertThat(found.remarks()).containsExactly("1 trace has no events and was left out.",
                "1 trace has no name and is a case of its own.",
                "1 trace has the name of an earlier one; it was taken as the same case.");
    }

    static byte[] repairs() throws IOException {
        try (InputStream in = SmallLogTest.class.getResourceAsStream("/eventlog/repairs.xes")) {
            return in.readAllBytes();
        }
    }

    static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static EventLog read(byte[] log, LogMapping mapping) throws IOException {
        return new EventLogReader(mapping, Limits.OF_SERVICE).read(new ByteArrayInputStream(log));
    }

    private static LogAnalysis analyse(byte[] log) throws IOException {
        return LogAnalyser.analyse(read(log, LogMapping.plain()));
    }
}
