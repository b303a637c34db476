package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threshold.eventlog.MadeLog;
import org.threshold.statistics.AalenJohansen;
import org.threshold.statistics.KaplanMeier;
import org.threshold.statistics.LogRank;
import org.threshold.statistics.Observation;

/**
 * The cases of the made log of 262,000 events as they stood on a day, some ended and some open: R's package survival
 * reckons each point of the curves again, its error and its band, the competing ends and the test between groups.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=SurvivalBenchmark}; it needs {@code Rscript}
 * and {@code r-cran-survival}, and says so where they are not there.
 */
class SurvivalBenchmark {

    private static final int EVENTS = 262_000;
    private static final long SEED = 2027;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final List<String> ENDS = List.of("housed", "withdrew", "lost");
    private static final Set<String> KINDS = Set.of("KM", "MEDIAN", "LOGRANK", "AJ");
    private static final String SCRIPT = """
            library(survival)
            d <- read.csv(commandArgs(TRUE)[1], colClasses = c("numeric", "character", "character"))
            d$status <- as.integer(d$end != "")
            s <- summary(survfit(Surv(time, status) ~ 1, data = d, conf.type = "log-log"))
            for (i in seq_along(s$time)) cat("KM", format(c(s$time[i], s$n.risk[i], s$n.event[i], s$surv[i],
                s$std.err[i], s$lower[i], s$upper[i]), digits = 15), "\\n")
            cat("MEDIAN", s$table["median"], "\\n")
            r <- survdiff(Surv(time, status) ~ team, data = d)
            cat("LOGRANK", format(c(r$chisq, r$exp), digits = 15), "\\n")
            e <- factor(ifelse(d$end == "", "open", d$end), levels = c("open", "housed", "withdrew", "lost"))
            a <- summary(survfit(Surv(d$time, e) ~ 1))
            for (i in seq_along(a$time)) cat("AJ", format(c(a$time[i], a$pstate[i, ]), digits = 15), "\\n")
            """;

    @TempDir
    Path folder;

    /** @param end null while it is open */
    private record Stay(long minutes, String end, String team) {

        Observation observation() {
            return new Observation(minutes, end != null);
        }
    }

    @Test
    void rReckonsTheSame() throws Exception {
        assumeTrue(run("-e", "library(survival)") != null, "Rscript with r-cran-survival is not here");
        List<Stay> stays = stays();
        assertThat(stays).hasSizeGreaterThan(10_000);
        assertThat(stays).filteredOn(stay -> stay.end == null).hasSizeGreaterThan(1_000);
        Map<String, List<double[]>> r = ofR(stays);

        KaplanMeier curve = KaplanMeier.of(stays.stream().map(Stay::observation).toList());
        assertThat(curve.steps()).hasSameSizeAs(r.get("KM"));
        for (int i = 0; i < curve.steps().size(); i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            same(r.get("KM").get(i), step.time(), step.atRisk(), step.ended(), step.survival(), step.error(),
                    step.lower(), step.upper());
        }
        same(r.get("MEDIAN").get(0), curve.median().orElseThrow());

        LogRank test = LogRank.of(List.of("north", "south", "west").stream().map(team -> stays.stream()
                .filter(stay -> stay.team.equals(team)).map(Stay::observation).toList()).toList());
        same(r.get("LOGRANK").get(0), test.chiSquare(), test.expected().get(0), test.expected().get(1),
                test.expected().get(2));

        AalenJohansen ends = AalenJohansen.of(stays.stream().map(stay -> new AalenJohansen.Ending(stay.minutes,
                stay.end)).toList());
        Map<Double, double[]> shares = new LinkedHashMap<>();
        r.get("AJ").forEach(row -> shares.put(row[0], row));
        assertThat(ends.steps()).hasSizeGreaterThan(1_000);
        for (AalenJohansen.Step step : ends.steps()) {
            same(shares.get(step.time()), step.time(), step.open(), step.incidence().get("housed"),
                    step.incidence().get("withdrew"), step.incidence().get("lost"));
        }
    }

    private static void same(double[] wanted, double... found) {
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).as(Arrays.toString(wanted)).isCloseTo(wanted[i], within(1e-9 * Math.max(1,
                    Math.abs(wanted[i]))));
        }
    }

    /** By the minute, so that many end together; a case whose last event was not yet on the day is open. */
    private static List<Stay> stays() {
        List<MadeLog.Row> rows = MadeLog.of(EVENTS, SEED);
        long day = rows.stream().mapToLong(MadeLog.Row::at).min().orElseThrow() + 450 * DAY;
        Map<String, long[]> spans = new LinkedHashMap<>();
        rows.forEach(row -> spans.computeIfAbsent(row.of(), of -> new long[] {row.at(), row.at()})[1] = row.at());
        List<Stay> stays = new ArrayList<>();
        spans.forEach((of, span) -> {
            if (span[0] < day) {
                boolean ended = span[1] <= day;
                int hash = Math.floorMod(of.hashCode() * 31, 1_000);
                stays.add(new Stay((Math.min(span[1], day) - span[0]) / MINUTE, ended ? ENDS.get(hash % 3) : null,
                        List.of("north", "south", "west").get(hash / 3 % 3)));
            }
        });
        return stays;
    }

    private Map<String, List<double[]>> ofR(List<Stay> stays) throws Exception {
        StringBuilder csv = new StringBuilder("time,end,team\n");
        stays.forEach(stay -> csv.append(stay.minutes).append(',').append(stay.end == null ? "" : stay.end).append(',')
                .append(stay.team).append('\n'));
        Path data = Files.writeString(folder.resolve("stays.csv"), csv);
        Path script = Files.writeString(folder.resolve("stays.R"), SCRIPT);
        String said = run(script.toString(), data.toString());
        assertThat(said).as("what R says").isNotNull();
        Map<String, List<double[]>> all = new LinkedHashMap<>();
        said.lines().map(line -> line.strip().split("\\s+")).filter(words -> KINDS.contains(words[0])).forEach(words -> {
            all.computeIfAbsent(words[0], kind -> new ArrayList<>()).add(Arrays.stream(words).skip(1)
                    .mapToDouble(word -> word.equals("NA") ? Double.NaN : Double.parseDouble(word)).toArray());
        });
        return all;
    }

    /** @return what it said; null where it is not there or failed */
    private String run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("Rscript"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        try {
            int code = new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(folder.resolve("err")
                    .toFile()).start().waitFor();
            return code == 0 ? Files.readString(said) : null;
        } catch (IOException notHere) {
            return null;
        }
    }
}
