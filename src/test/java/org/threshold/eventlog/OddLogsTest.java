package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.threshold.eventlog.SmallLogTest.bytes;
import static org.threshold.eventlog.SmallLogTest.zipped;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Logs as other programs and other people write them: each gives the right numbers, or a sentence that says why not. */
class OddLogsTest {

    /** What the two events of most logs here are apart. */
    private static final double HOURS = 25;
    private static final String FROM = "2025-12-30T13:05:00.000+01:00";
    private static final String TO = "2025-12-31T14:05:00+0100";
    private static final String ROWS = "7,Ask,2025-12-30 13:05\n7,Answer,2025-12-31 14:05\n";

    @TestFactory
    Stream<DynamicTest> xes() throws IOException {
        String plain = log("", trace(event("Ask", FROM, ""), event("Answer", TO, "")));
        return Stream.of(
                read("without anything but events", plain),
                read("from ProM", "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- This file has been generated with"
                        + " the OpenXES library. -->\n" + log(" xes.version='1.0' xes.features='nested-attributes'"
                        + " openxes.version='1.0RC7' xmlns='http://www.xes-standard.org/'", EXTENSIONS + GLOBALS
                        + "<classifier name='MXML Legacy Classifier' keys='concept:name lifecycle:transition'/>"
                        + "<string key='creator' value='Fluxicon Nitro'/><list key='authors'><string key='concept:name'"
                        + " value='nobody'/></list>" + trace(event("Ask", FROM, "<float key='cost:total'"
                        + " value='1.5'/>"), event("Answer", TO, "<int key='cost:units' value='3'/><boolean key='late' value='true'/>")))),
                read("with a prefix", plain.replaceAll("<(/?)(\\w)", "<$1x:$2").replace("<x:log",
                        "<x:log xmlns:x='http://www.xes-standard.org/'")),
                read("with attributes in attributes, lists and containers", log("", trace(
                        event("Ask", FROM, "<list key='papers'><values><string key='concept:name' value='passport'/>"
                                + "<date key='time:timestamp' value='2001-01-01T00:00:00Z'/></values></list>"),
                        event("Answer", TO, "<container key='more'><string key='concept:name' value='x'><string"
                                + " key='concept:name' value='y'/></string></container>")))),
                read("with who, which and what became of it", log("", trace(
                        event("Ask", FROM, "<string key='org:resource' value='Ann'/><string key='concept:instance'"
                                + " value='1'/><string key='lifecycle:transition' value='complete'/>"),
                        event("Answer", TO, "<string key='org:resource' value='Ann'/><string"
                                + " key='lifecycle:transition' value='COMPLETE'/>")))),
                read("with a mark, lines of Windows and space before it", "\uFEFF \r\n" + plain.replace(">", ">\r\n")),
                read("a number for a name", plain.replace("<string key='concept:name' value='7'", "<int"
                        + " key='concept:name' value='7'")),
                read("by seconds without an offset", plain.replace(FROM, "2025-12-30T12:05:00").replace(TO,
                        "2025-12-31T13:05:00.000000Z")),
                read("packed in several pieces", join(zipped(bytes(plain.substring(0, 90))),
                        zipped(bytes(plain.substring(90))))),
                counted("an event alone", log("", trace(event("Ask", FROM, ""))), 1, 1, 0),
                counted("an empty trace beside another", log("", "<trace/>" + trace(event("Ask", FROM, ""))), 1, 1, 0),
                refused("no event", "The log has no events.", "<log xmlns='http://www.xes-standard.org/'/>"),
                refused("a trace in a trace", "There is a trace within another one, after 1 event", log("", "<trace>"
                        + event("Ask", FROM, "") + trace(event("Answer", TO, "")) + "</trace>")),
                refused("an event in an event", "There is an event within another one, after 0 events", log("", trace(
                        event("Ask", FROM, event("Answer", TO, ""))))),
                refused("no time in one", "no time (time:timestamp) in event 2 (in the case ‘7’)", plain.replace(
                        "<date key='time:timestamp' value='" + TO + "'/>", "")),
                refused("an empty time", "no time (time:timestamp) in event 2", plain.replace(TO, "")),
                refused("in UTF-16", "The file is written in UTF-16: save it in UTF-8.",
                        plain.getBytes(StandardCharsets.UTF_16)),
                refused("another kind of XML", "its first element is ‘definitions’", "<?xml version='1.0'?>"
                        + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"));
    }

    @TestFactory
    Stream<DynamicTest> csv() throws IOException {
        return Stream.of(
                read("of pm4py", ",concept:name,time:timestamp,cost,case:concept:name,org:resource\n0,Ask,2025-12-30"
                        + " 13:05:00+00:00,50,7,Ann\n1,Answer,2025-12-31 14:05:00+00:00,nan,7,\n"),
                read("of Disco", "Case ID,Activity,Resource,Complete Timestamp,Variant,Variant index\n7,Ask,Ann,"
                        + "2025/12/30 13:05:00.000,Variant 1,1\n7,Answer,Ann,2025/12/31 14:05:00.000,Variant 1,1\n"),
                read("of bupaR", "\"case_id\",\"activity_id\",\"activity_instance_id\",\"timestamp\"\n\"7\",\"Ask\",1,"
                        + "2025-12-30T13:05:00Z\n\"7\",\"Answer\",2,2025-12-31T14:05:00Z\n"),
                read("of a spreadsheet here", "\uFEFFcase;activity;time\r\n7;Ask;30/12/2025 13:05\r\n7;Answer;"
                        + "31/12/2025 14:05\r\n"),
                read("with tabs", ("case,activity,time\n" + ROWS).replace(',', '\t')),
                read("with lines of an old machine", ("case,activity,time\n" + ROWS).replace('\n', '\r')),
                read("with empty lines", "\n\ncase,activity,time\n\n" + ROWS + "\n\n"),
                read("without a last line end", ("case,activity,time\n" + ROWS).strip()),
                read("with new lines in quotation marks", "case,note,activity,time\n7,\"said \"\"no\"\"\nand,\r\nleft\","
                        + "Ask,2025-12-30 13:05\n7,,Answer,2025-12-31 14:05\n"),
                read("with space around", " Case , Activity , Time \n 7 , Ask , 2025-12-30 13:05 \n7, Answer,2025-12-31"
                        + " 14:05\n"),
                read("out of order", "case,activity,time\n7,Answer,2025-12-31 14:05\n7,Ask,2025-12-30 13:05\n"),
                read("packed in several pieces", join(zipped(bytes("case,activity,time\n7,Ask,2025-12")),
                        zipped(bytes("-30 13:05\n7,Answer,2025-12-31 14:05\n")))),
                read("packed in pieces that come one by one", piecemeal(join(zipped(bytes("case,activity,time\n7,Ask,"
                        + "2025-12-30 13:05\n")), zipped(bytes("7,Answer,2025-12-31 14:05\n"))))),
                counted("long lines of an old machine", "case,activity,time\r" + "7,Ask,2025-12-30\r".repeat(70_000), 1,
                        70_000, 0),
                counted("a row alone", "case,activity,time\n7,Ask,2025-12-30", 1, 1, 0),
                refused("seconds since 1970", "The time ‘1767098700’ at line 2 cannot be read.",
                        "case,activity,time\n7,Ask,1767098700\n"),
                refused("months first, not said", "The time ‘12/30/2025 1:05 PM’ at line 2 cannot be read.",
                        "case,activity,time\n7,Ask,12/30/2025 1:05 PM\n"),
                refused("lines between", "Which column holds the case cannot be told from the headings at line 1"
                        + " (‘case|activity|time’)", "case|activity|time\n7|Ask|2025-12-30\n"),
                refused("no headings", "cannot be told from the headings at line 1 (‘7’, ‘Ask’, ‘2025-12-30 13:05’)",
                        ROWS),
                refused("JSON", "The file is JSON, which is not read here: send the log as XES or CSV.",
                        "{\"objectTypes\": []}"),
                refused("a thousand columns and one", "The file has 1,001 columns", IntStream.rangeClosed(0, 1_000)
                        .mapToObj(String::valueOf).collect(Collectors.joining(","))),
                refused("in UTF-16 without a mark", "UTF-16", ("case,activity,time\n" + ROWS)
                        .getBytes(StandardCharsets.UTF_16BE)),
                refused("nothing", "The file is empty.", new byte[0]),
                refused("nothing, packed", "The file is empty.", zipped(new byte[0])));
    }

    private static final String EXTENSIONS = "<extension name='Concept' prefix='concept'"
            + " uri='http://www.xes-standard.org/concept.xesext'/><extension name='Time' prefix='time'"
            + " uri='http://www.xes-standard.org/time.xesext'/>";
    private static final String GLOBALS = "<global scope='trace'><string key='concept:name' value='__INVALID__'/>"
            + "</global><global scope='event'><string key='concept:name' value='__INVALID__'/><date"
            + " key='time:timestamp' value='1970-01-01T01:00:00.000+01:00'/></global>";

    private static String log(String attributes, String inside) {
        return "<log" + attributes + ">" + inside + "</log>";
    }

    private static String trace(String... events) {
        return "<trace><string key='concept:name' value='7'/>" + String.join("", events) + "</trace>";
    }

    private static String event(String activity, String time, String more) {
        return "<event>" + more + "<string key='concept:name' value='" + activity + "'/><date key='time:timestamp'"
                + " value='" + time + "'/></event>";
    }

    private static byte[] join(byte[]... pieces) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.write(piece);
        }
        return all.toByteArray();
    }

    /** As a line brings it, which never knows whether more is to come. */
    private static InputStream piecemeal(byte[] sent) {
        return new FilterInputStream(new ByteArrayInputStream(sent)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 5));
            }

            @Override
            public int available() {
                return 0;
            }
        };
    }

    /** A case of two events, with the hours between them. */
    private static DynamicTest read(String name, String log) {
        return counted(name, log, 1, 2, HOURS);
    }

    private static DynamicTest read(String name, byte[] log) {
        return read(name, new ByteArrayInputStream(log));
    }

    private static DynamicTest read(String name, InputStream log) {
        return counted(name, log, 1, 2, HOURS);
    }

    private static DynamicTest counted(String name, String log, long cases, long events, double hours) {
        return counted(name, new ByteArrayInputStream(bytes(log)), cases, events, hours);
    }

    private static DynamicTest counted(String name, InputStream log, long cases, long events, double hours) {
        return DynamicTest.dynamicTest(name, () -> {
            LogAnalysis found = new EventLogs().analyse(log, LogMapping.plain());
            assertThat(List.of(found.cases(), found.events())).containsExactly(cases, events);
            assertThat(found.caseDays().max()).isCloseTo(hours / 24, within(1e-12));
            if (events == 2) {
                assertThat(found.commonest().get(0).activities()).isEqualTo(Arrays.asList("Ask", "Answer"));
            }
        });
    }

    private static DynamicTest refused(String name, String sentence, String log) {
        return refused(name, sentence, bytes(log));
    }

    private static DynamicTest refused(String name, String sentence, byte[] log) {
        return DynamicTest.dynamicTest(name, () -> {
            LogRefused refused = catchThrowableOfType(LogRefused.class, () -> new EventLogs()
                    .analyse(new ByteArrayInputStream(log), LogMapping.plain()));
            assertThat(refused).isNotNull();
            assertThat(refused.getMessage()).contains(sentence).endsWith(".").doesNotContain("\n");
        });
    }
}
