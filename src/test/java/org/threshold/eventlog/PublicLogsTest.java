package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.threshold.eventlog.LogAnalysis.EdgeFigures;
import org.threshold.eventlog.LogAnalysis.ReworkFigures;

/**
 * Two public logs whose figures others have computed. They lie in a folder {@code shared/data} beside the project's, or
 * where {@code -Dthreshold.shared.data} says; without them these tests say by their names that they were left out.
 */
class PublicLogsTest {

    private static final Path FOLDER = Path.of(System.getProperty("threshold.shared.data", "../shared/data"));
    private static final Offset<Double> FOUR_DIGITS = within(0.0001);

    @Test
    void theReceiptPhaseOfEnvironmentalPermitsGivesItsPublishedFigures() throws IOException {
        EventLog log = read("receipt.xes.gz");
        assertThat(log.resources().size()).isEqualTo(48);
        LogAnalysis found = LogAnalyser.analyse(log);
        assertThat(found.arrivalDays() * 24).isCloseTo(8.0107, FOUR_DIGITS);
        assertThat(found.cases()).isEqualTo(1_434);
        assertThat(found.events()).isEqualTo(8_577);
        assertThat(found.activities()).isEqualTo(27);
        assertThat(found.variants()).isEqualTo(116);
        assertThat(found.caseDays().mean()).isCloseTo(5.4081, FOUR_DIGITS);
        assertThat(found.caseDays().p50()).isCloseTo(0.0332, FOUR_DIGITS);
        assertThat(found.caseDays().p90()).isCloseTo(14.0952, FOUR_DIGITS);
        assertThat(found.caseDays().max()).isCloseTo(275.8396, FOUR_DIGITS);
        assertThat(found.rework().stream().filter(each -> each.again() > 10)
                .collect(Collectors.toMap(each -> each.activity().substring(0, 3), ReworkFigures::again)))
                .containsEntry("T06", 59L).containsEntry("T02", 35L).containsEntry("T03", 11L);
        assertThat(edge(found, "T04", "T05").waiting().n()).isEqualTo(1_177);
        assertThat(found.byEdge().stream().mapToLong(each -> each.waiting().n()).max()).hasValue(1_177);
        EdgeFigures most = found.byEdge().get(0);
        assertThat(most).isEqualTo(edge(found, "T05", "T06"));
        // By the clock on the wall it is 2,423.1814, twenty-five hours of summer time too many.
        assertThat(most.waiting().total()).isCloseTo(2_422.1397, FOUR_DIGITS);
        assertThat(most.waiting().median() * 24 * 60 * 60).isCloseTo(37.54, within(0.01));
        assertThat(found.handovers().pairs()).isEqualTo(286);
        assertThat(found.handovers().betweenTwo()).isEqualTo(246);
        assertThat(found.handovers().count()).isEqualTo(1_208);
    }

    @Test
    void theRunningExampleGivesItsPublishedFigures() throws IOException {
        EventLog log = read("running-example.xes");
        assertThat(IntStream.range(0, 6).mapToDouble(of -> Spans.days(log.at(log.first(of + 1) - 1)
                - log.at(log.first(of)))).sorted().toArray()).containsExactly(new double[] {6.0292, 8.1403, 9.0229,
                    9.8646, 15.8424, 18.2458}, FOUR_DIGITS);
        LogAnalysis found = LogAnalyser.analyse(log);
        assertThat(found.cases()).isEqualTo(6);
        assertThat(found.events()).isEqualTo(42);
        assertThat(found.activities()).isEqualTo(8);
        assertThat(found.variants()).isEqualTo(6);
        assertThat(found.caseDays().mean()).isCloseTo(11.1909, FOUR_DIGITS);
        assertThat(found.caseDays().p50()).isCloseTo(9.4437, FOUR_DIGITS);
        assertThat(found.caseDays().p90()).isCloseTo(17.0441, FOUR_DIGITS);
        assertThat(found.caseDays().max()).isCloseTo(18.2458, FOUR_DIGITS);
    }

    private static EdgeFigures edge(LogAnalysis of, String from, String to) {
        return of.byEdge().stream().filter(each -> each.from().startsWith(from) && each.to().startsWith(to)).findFirst()
                .orElseThrow();
    }

    private static EventLog read(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> name + " does not lie in " + FOLDER.toAbsolutePath().normalize());
        try (InputStream in = Files.newInputStream(file)) {
            return new EventLogReader(LogMapping.plain(), Limits.OF_SERVICE).read(in);
        }
    }
}
