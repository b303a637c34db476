package org.threshold.logexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.Acting.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.StatementCounter;
import org.threshold.access.NotPermitted;
import org.threshold.audit.Sha256;

/** Who may take the log out, what of it stays behind, and what is kept of each taking. */
class LogExportsTest extends LogFixture {

    private static final Pattern PSEUDONYM = Pattern.compile(
            "(household|case|step|officer|event|unit|placement)-[0-9a-f]{32}");

    @Autowired
    private StatementCounter counter;

    @ParameterizedTest
    @ValueSource(strings = {"officer", "senior", "leader", "manager", "designer", "admin", "dpo"})
    void onlyAnalystsTakeTheLogOut(String username) {
        assertThatThrownBy(() -> as(username, () -> exports.take(question(Alike.SAME_ORDER), LogFormat.XES)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(username, () -> exports.preview(question(Alike.SAME_ORDER))))
                .isInstanceOf(NotPermitted.class);
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void noNameLeaves(LogFormat format) {
        List<String> references = openCases(Alike.FEWEST);
        jdbc.sql("insert into contact_point (case_reference, member_id, kind, value, postcode, safety, from_day,"
                + " recorded_by, recorded_at) select case_reference, id, 'LETTERS', '4 Plantedbury Row', 'ZZ99 4PL',"
                + " 'SAFE', '2003-01-06', 'zebulon.q', now() from household_member where case_reference = any(?)")
                .param(references.toArray(String[]::new)).update();
        jdbc.sql("insert into case_note (case_reference, written_at, written_by, text) values (?, now(), 'zebulon.q',"
                + " 'Plantednote')").param(references.get(0)).update();

        String file = take(format, Alike.SAME_ORDER);

        assertThat(file).contains("task_triage").doesNotContain("Zebulon", "Quillfeather", "Plantedbury", "Plantednote",
                "zebulon.q", "ZZ99", "1971");
        assertThat(file).doesNotContain(references).doesNotContain("TH-");
        assertThat(file).doesNotContain(jdbc.sql("select step_id from step_fact where case_reference = any(?)")
                .param(references.toArray(String[]::new)).query(String.class).list());
    }

    @Test
    void whateverARecordHoldsThatIsNoCodeStaysBehind() {
        Instant at = Instant.parse("2003-02-02T09:00:00Z");
        for (String reference : openCases(Alike.FEWEST)) {
            for (String event : List.of("CREATED", "ON_HOLD")) {
                stepFacts.record(fact(reference, "held-" + reference, 1, "task_other", event, at, "zebulon.q", "north",
                        "Quillfeather is ill"));
            }
        }

        assertThat(take(LogFormat.XES, Alike.SAME_ORDER)).contains("ON_HOLD").doesNotContain("Quillfeather");
        assertThat(take(LogFormat.OCEL, Alike.SAME_ORDER)).contains("ON_HOLD").doesNotContain("Quillfeather");
    }

    @Test
    void casesThatAreLikeTooFewOthersAreLeftOutAndCounted() throws Exception {
        openCases(Alike.FEWEST);
        String rare = openCase();
        stepFacts.recordAll(shortCourse(rare, "task_veryRare"));

        assertThat(preview(Alike.SAME_ORDER)).isEqualTo(new LogCounts(5, 15, 1));
        assertThat(preview(Alike.SAME_PROCESSES)).isEqualTo(new LogCounts(6, 18, 0));
        String file = take(LogFormat.XES, Alike.SAME_ORDER);
        assertThat(file).doesNotContain("task_veryRare", pseudonym("case", rare));
        assertThat(new XesFile(file).attributes()).containsEntry("threshold:leftOut", "1");
    }

    @Test
    void theOrderOfStepsCountsOrDoesNot() {
        List<String> cases = openCases(2 * Alike.FEWEST);
        for (int i = 0; i < cases.size(); i++) {
            // Half of them had the other step before, half after.
            Instant at = Instant.parse(i < 3 ? "2003-01-30T09:00:00Z" : "2003-03-01T09:00:00Z");
            stepFacts.record(fact(cases.get(i), "order-" + cases.get(i), 1, "task_other", "CREATED", at, "zebulon.q",
                    "north", null));
        }

        assertThat(preview(Alike.SAME_ORDER).leftOut()).isEqualTo(3);
        assertThat(preview(Alike.SAME_STEPS)).isEqualTo(new LogCounts(10, 40, 0));
    }

    @Test
    void noNumberTellsOfARestrictedCase() {
        List<String> references = openCases(Alike.FEWEST + 1);
        assertThat(preview(Alike.SAME_ORDER)).isEqualTo(new LogCounts(6, 18, 0));

        restrict(references.get(0));
        assertThat(preview(Alike.SAME_ORDER)).isEqualTo(new LogCounts(5, 15, 0));
        assertThat(take(LogFormat.XES, Alike.SAME_ORDER)).doesNotContain(pseudonym("case", references.get(0)));
        assertThat(take(LogFormat.OCEL, Alike.SAME_ORDER)).doesNotContain(pseudonym("case", references.get(0)));

        // Nor does it make up the number of the others.
        restrict(references.get(1));
        assertThat(preview(Alike.SAME_ORDER)).isEqualTo(new LogCounts(0, 0, 4));
    }

    @Test
    void anEmptyLogIsValidToo() throws Exception {
        assertThat(new XesFile(take(LogFormat.XES, Alike.SAME_ORDER)).traces()).isEmpty();
        assertThat(new OcelFile(take(LogFormat.OCEL, Alike.SAME_ORDER)).events()).isEmpty();
    }

    @Test
    void namesStayTheSameUnderOneKeyAndCannotBeJoinedAcrossKeys() {
        openCases(Alike.FEWEST);
        String file = take(LogFormat.OCEL, Alike.SAME_ORDER);
        Set<String> names = pseudonyms(file);

        assertThat(pseudonyms(take(LogFormat.XES, Alike.SAME_ORDER))).isSubsetOf(names);
        assertThat(take(LogFormat.OCEL, Alike.SAME_ORDER)).isEqualTo(file);

        jdbc.sql("delete from event_log_key").update();
        Set<String> others = pseudonyms(take(LogFormat.OCEL, Alike.SAME_ORDER));
        assertThat(others).hasSameSizeAs(names).doesNotContainAnyElementsOf(names);
    }

    @Test
    void eachTakingIsAuditedWithWhatItHeld() throws Exception {
        openCases(Alike.FEWEST);
        String file = take(LogFormat.XES, Alike.SAME_ORDER);

        JsonNode details = new ObjectMapper().readTree(jdbc.sql("select details::text from audit_entry"
                + " where action = 'log.exported' and who = 'analyst' and subject = 'XES' and details ->> 'first' = ?")
                .param(day.toString()).query(String.class).single());
        assertThat(details.get("last").asText()).isEqualTo(day.toString());
        assertThat(details.get("alike").asText()).isEqualTo("SAME_ORDER");
        assertThat(details.get("cases").asText()).isEqualTo("5");
        assertThat(details.get("events").asText()).isEqualTo("15");
        assertThat(details.get("leftOut").asText()).isEqualTo("0");
        assertThat(details.get("sha256").asText()).isEqualTo(Sha256.of(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingIsLeftOnTheDiskOnceTheFileIsClosed() throws IOException {
        openCases(Alike.FEWEST);
        LogFile file = as("analyst", () -> exports.take(question(Alike.SAME_ORDER), LogFormat.XES));
        Path path = file.path();
        assertThat(path).hasSize(file.size());
        assertThat(Files.getPosixFilePermissions(path)).extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");

        file.close();

        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void aLongerLogNeedsNoMoreStatements(LogFormat format) {
        openCases(Alike.FEWEST);
        int few = counter.during(() -> take(format, Alike.SAME_ORDER)).size();

        openCases(3 * Alike.FEWEST);

        assertThat(counter.during(() -> take(format, Alike.SAME_ORDER))).hasSize(few);
    }

    private void restrict(String reference) {
        jdbc.sql("insert into case_restriction values (?, 'OTHER', 'For the log', 'leader2', 'officer', now())")
                .param(reference).update();
    }

    private static Set<String> pseudonyms(String file) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PSEUDONYM.matcher(file);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return new TreeSet<>(found);
    }
}
