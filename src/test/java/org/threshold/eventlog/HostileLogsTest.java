package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.threshold.eventlog.SmallLogTest.bytes;
import static org.threshold.eventlog.SmallLogTest.repairs;
import static org.threshold.eventlog.SmallLogTest.zipped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is no log, or means harm, is refused in one sentence that says where; nothing else is thrown. */
class HostileLogsTest {

    private static final Limits SMALL = new Limits(200_000, 100, 20, 50, 2_000, 10_000);
    private static final String CSV = "case,activity,time\n";
    private static final String TIME = "<date key='time:timestamp' value='2026-01-01T09:00:00Z'/>";
    private static final String ACTIVITY = "<string key='concept:name' value='A'/>";
    private static final String EVENT = "<event>" + ACTIVITY + TIME + "</event>";

    @TestFactory
    Stream<DynamicTest> xml() {
        return Stream.of(
                refused("billion laughs", "DOCTYPE", "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'lol'>"
                        + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><log><trace>&b;</trace></log>"),
                refused("a file of this machine", "DOCTYPE", "<!DOCTYPE log SYSTEM 'file:///etc/passwd'><log/>"),
                refused("an entity that nobody declared", "broken at line 2", "<log><trace>\n&xxe;</trace></log>"),
                refused("cut off", "broken at line 1, after 1 event", "<log><trace>" + EVENT),
                refused("not nested", "after 1 event", "<log><trace>" + EVENT + "</log></trace>"),
                refused("another document", "‘html’ and not ‘log’", "<html><body/></html>"),
                refused("no events", "no events", "<log><trace/></log>"),
                refused("no time", "no time (time:timestamp) in event 2 (in the case ‘X’)", "<log><trace>"
                        + "<string key='concept:name' value='X'/>" + EVENT + "<event>" + ACTIVITY
                        + "</event></trace></log>"),
                refused("a time that is none", "‘soon’ of event 1 (in trace 1)", "<log><trace><event>" + ACTIVITY
                        + "<date key='time:timestamp' value='soon'/></event></trace></log>"),
                refused("no activity", "no activity (concept:name) in event 1", "<log><trace><event>" + TIME
                        + "</event></trace></log>"),
                refused("an event of no case", "Event 1 stands outside", "<log>" + EVENT + "</log>"),
                refused("an event of no case after a trace", "Event 2 stands outside", "<log><trace>" + EVENT
                        + "</trace>" + EVENT + "</log>"),
                refused("too deep", "100 deep", "<log>" + "<a>".repeat(200)),
                refused("a long name", "activity of event 1 (in trace 1) is longer than 50", "<log><trace><event>"
                        + TIME + "<string key='concept:name' value='" + "x".repeat(51) + "'/></event></trace></log>"),
                refused("an attribute without end", "longer than 10,000", "<log a='" + ">".repeat(50_000)),
                refused("a comment without end", "longer than 10,000", "<log><!-- " + "<a>".repeat(50_000)),
                refused("a comment that seems to end", "longer than 10,000", "<log><!--> " + "<a>".repeat(50_000)),
                refused("data without end", "longer than 10,000", "<log><![CDATA[" + "--><a>".repeat(30_000)),
                refused("an instruction without end", "longer than 10,000", "<log><?a " + "<a>".repeat(50_000)),
                refused("letters that are not UTF-8", "not UTF-8", "<log><trace><event a='\u00e9'/></trace></log>"
                        .getBytes(StandardCharsets.ISO_8859_1)),
                refused("another encoding", "‘ISO-2022-JP’", "<?xml version='1.0' encoding='ISO-2022-JP'?><log/>"),
                refused("more than is taken", "larger than 0 MB when it is unzipped", "<log>" + "<a/>".repeat(60_000)),
                refused("too many events", "more than 100 events", "<log><trace>" + EVENT.repeat(101)),
                refused("many long names", "too long together", "<log>" + IntStream.range(0, 90).mapToObj(i -> "<trace>"
                        + "<string key='concept:name' value='" + i + "x".repeat(40) + "'/>" + EVENT + "</trace>")
                        .collect(Collectors.joining())));
    }

    @TestFactory
    Stream<DynamicTest> csv() {
        return Stream.of(
                refused("nothing", "is empty", ""),
                refused("a mark alone", "is empty", "\uFEFF"),
                refused("space alone", "is empty", " \n \n"),
                refused("headings alone", "no events, only headings", CSV),
                refused("other columns",
                        "Which column holds the case cannot be told from the headings at line 1 (‘a’, ‘b’)",
                        "a,b\n1,2\n"),
                refused("a column twice", "two columns ‘activity’", "case,activity,Activity,time\n1,A,B,2026-01-01\n"),
                refused("no time", "no time at line 3", CSV + "1,A,2026-01-01\n1,B,\n"),
                refused("a time that is none", "‘31/31/2026’ at line 2", CSV + "1,A,31/31/2026\n"),
                refused("no activity", "no activity at line 2", CSV + "1, ,2026-01-01\n"),
                refused("no case", "no case at line 2", CSV + ",A,2026-01-01\n"),
                refused("too few values", "2 values at line 3, but 3 headings", CSV + "1,A,2026-01-01\n1,B\n"),
                refused("too many values", "4 values at line 2, but 3 headings", CSV + "1,A,2026-01-01,x\n"),
                refused("lines within quotation marks are counted", "at line 4", CSV + "1,\"A\nA\",2026-01-01\n1,B,\n"),
                refused("a quotation mark without end", "row at line 2 has no end", CSV + "1,\"A"
                        + "x\n".repeat(20_000)),
                refused("a quotation mark amid text", "in the row at line 2", CSV + "1,\"A\"x,2026-01-01\n"),
                refused("a nought", "not text", CSV + "1,A\0,2026-01-01\n"),
                refused("a long name", "case of line 2 is longer than 50", CSV + "x".repeat(51) + ",A,2026-01-01\n"),
                refused("an activity in each row", "more than 20 different activities up to line 22", CSV
                        + IntStream.range(0, 30).mapToObj(i -> "1,A" + i + ",2026-01-01\n")
                        .collect(Collectors.joining())),
                refused("too many events", "more than 100 events", CSV + "1,A,2026-01-01\n".repeat(101)),
                refused("a spreadsheet", "Excel workbook", "PK\u0003\u0004rest"),
                refused("not UTF-8", "not written in UTF-8", (CSV + "1,Pr\u00fcfen,2026-01-01\n")
                        .getBytes(StandardCharsets.ISO_8859_1)),
                refused("UTF-16", "UTF-16", (CSV + "1,A,2026-01-01\n").getBytes(StandardCharsets.UTF_16)),
                refused("UTF-16 without a mark", "UTF-16", (CSV + "1,A,2026-01-01\n")
                        .getBytes(StandardCharsets.UTF_16LE)));
    }

    @TestFactory
    Stream<DynamicTest> zips() throws IOException {
        byte[] good = zipped(repairs());
        byte[] wrong = good.clone();
        wrong[wrong.length / 2] ^= 0x55;
        return Stream.of(
                refused("a bomb of XML", "larger than", zipped(bytes("<log>" + "<a/>".repeat(500_000)))),
                refused("a bomb of noughts", "not text", zipped(new byte[5_000_000])),
                refused("a bomb in a bomb", "gzipped twice", zipped(zipped(bytes("<log/>")))),
                refused("cut off", "cut off", Arrays.copyOf(good, good.length / 2)),
                refused("two bytes", "cut off", new byte[] {0x1F, (byte) 0x8B}),
                refused("altered", "", wrong));
    }

    @Test
    void aColumnThatIsNamedMustBeThere() {
        LogMapping mapping = new LogMapping("patient", null, null, null, null, LogMapping.Delimiter.COMMA,
                LogMapping.plain().zone(), DateOrder.DAY_FIRST);
        assertThat(catchThrowable(() -> new EventLogReader(mapping, SMALL).read(new ByteArrayInputStream(bytes(CSV)))))
                .isInstanceOf(LogRefused.class).hasMessage("There is no column ‘patient’ for the case at line 1, which"
                        + " has ‘case’, ‘activity’, ‘time’.");
    }

    private static DynamicTest refused(String name, String sentence, String log) {
        return refused(name, sentence, bytes(log));
    }

    private static DynamicTest refused(String name, String sentence, byte[] log) {
        return DynamicTest.dynamicTest(name, () -> {
            LogRefused refused = catchThrowableOfType(LogRefused.class,
                    () -> new EventLogReader(LogMapping.plain(), SMALL).read(new ByteArrayInputStream(log)));
            assertThat(refused).isNotNull();
            assertThat(refused.getMessage()).contains(sentence).endsWith(".").doesNotContain("\n");
        });
    }
}
