package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The council's tables, asked as the processes ask them. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Path TRIAGE = Path.of("bpmn/first-contact/triage.dmn");
    private static final Path STANDARDS = Path.of("bpmn/service-standards/service-standards.dmn");

    @ParameterizedTest(name = "tonight {0}, abuse {1}, hate crime {2}, 16 or 17 {3}: {4}")
    @CsvSource({"false,false,false,false,STANDARD", "true,false,false,false,EMERGENCY", "true,true,true,true,EMERGENCY",
            "false,true,false,false,TWENTY_FOUR_HOURS", "false,false,true,false,TWENTY_FOUR_HOURS",
            "false,true,false,true,TWENTY_FOUR_HOURS", "false,false,false,true,YOUNG_PERSON"})
    void theFastestLaneThatFitsIsTaken(boolean tonight, boolean abuse, boolean hateCrime, boolean young, String lane)
            throws IOException {
        Map<String, Object> facts = new HashMap<>(Map.of("homelessTonight", tonight, "domesticAbuse", abuse,
                "hateCrime", hateCrime, "aged16or17", young));
        assertThat(decide(TRIAGE, "priority-lane", facts).<String>getEntry("lane")).isEqualTo(lane);
    }

    @ParameterizedTest(name = "tonight {0}, abuse {1}, reason {2}, within 56 days {3}, diary date {4}: {5}")
    @CsvSource({"false,false,true,true,false,APPLICATION", "true,false,true,true,false,APPLICATION",
            "true,false,false,true,false,APPLICATION", "false,true,true,false,true,APPLICATION",
            "false,false,true,false,true,DIARY", "false,false,false,false,true,ADVICE",
            "false,false,true,false,false,APPLICATION", "false,false,false,false,false,ADVICE",
            "false,false,false,true,false,ADVICE", "false,true,false,true,false,ADVICE"})
    void adviceOnlyIsOpenOnlyWithoutReasonToBelieve(boolean tonight, boolean abuse, boolean reason, boolean within56,
                                                    boolean diary, String way) throws IOException {
        Map<String, Object> facts = new HashMap<>(Map.of("homelessTonight", tonight, "domesticAbuse", abuse,
                "reasonToBelieve", reason, "within56Days", within56));
        facts.put("diaryDate", diary ? Date.from(Instant.parse("2026-06-01T00:00:00Z")) : null);
        assertThat(decide(TRIAGE, "triage", facts).<String>getEntry("way")).isEqualTo(way);
    }

    @Test
    void aDiaryDateThatWasNeverSetCountsAsNone() throws IOException {
        Map<String, Object> facts = Map.of("homelessTonight", false, "domesticAbuse", false, "reasonToBelieve", false,
                "within56Days", false);
        assertThat(decide(TRIAGE, "triage", facts).<String>getEntry("way")).isEqualTo("ADVICE");
    }

    @ParameterizedTest
    @CsvSource({"interim-accommodation,STANDARD,SAME_DAY", "interim-accommodation,EMERGENCY,HOURS",
            "assessment,TWENTY_FOUR_HOURS,HOURS", "assessment,STANDARD,WORKING_DAYS",
            "relief-work,YOUNG_PERSON,CALENDAR_DAYS"})
    void theStandardOfALaneStandsBeforeTheStandardForAll(String step, String lane, String unit) throws IOException {
        assertThat(decide(STANDARDS, "service-standards", Map.of("step", step, "lane", lane)).<String>getEntry("unit"))
                .isEqualTo(unit);
    }

    private static DmnDecisionResultEntries decide(Path file, String key, Map<String, Object> facts)
            throws IOException {
        try (InputStream table = Files.newInputStream(file)) {
            DmnDecision decision = ENGINE.parseDecision(key, table);
            return ENGINE.evaluateDecision(decision, facts).getSingleResult();
        }
    }
}
