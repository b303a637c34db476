package org.threshold.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Holds the design's table of rooms: who may know whom. */
@AnalyzeClasses(packages = "org.threshold", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String ROOT = "org.threshold.";
    private static final List<String> ROOMS = List.of("casefile", "clock", "homelessness", "letter", "form",
            "worklist", "insight", "hclic", "process", "access", "audit", "casepage", "caseload", "launch", "demonstration",
            "message",
            "oversight",
            "referral", "accommodation", "charge", "appointment", "moveon", "nextaction",
            "document", "quality", "statistics", "chart", "eventlog", "logexport", "board", "scenario");

    /** What each room may know besides itself, {@code access} and {@code audit}. */
    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("access", List.of()),
            Map.entry("audit", List.of()),
            Map.entry("casefile", List.of()),
            Map.entry("form", List.of()),
            Map.entry("clock", List.of("casefile")),
            // Mathematics and drawing know nothing of housing; an event log may be anybody's.
            Map.entry("statistics", List.of()),
            Map.entry("chart", List.of("statistics")),
            Map.entry("eventlog", List.of("statistics")),
            Map.entry("insight", List.of("casefile", "clock", "worklist", "statistics")),
            Map.entry("logexport", List.of("casefile", "clock", "worklist", "insight", "eventlog")),
            Map.entry("board", List.of("casefile", "clock", "worklist", "insight", "statistics", "chart", "process",
                    "message", "letter", "homelessness", "accommodation", "charge", "appointment", "moveon")),
            Map.entry("scenario", List.of("casefile", "clock", "homelessness", "accommodation", "charge", "appointment",
                    "moveon", "letter", "form", "worklist", "insight", "process", "casepage", "launch", "document",
                    "nextaction", "referral", "quality", "caseload", "statistics", "demonstration", "board")),
            Map.entry("hclic", List.of("casefile", "clock", "homelessness", "accommodation", "worklist", "form")),
            Map.entry("letter", List.of("casefile", "clock", "message")),
            Map.entry("worklist", List.of("casefile", "clock", "form", "insight")),
            Map.entry("homelessness", List.of("casefile", "clock", "letter", "worklist", "form", "nextaction")),
            Map.entry("appointment", List.of("casefile", "clock", "letter", "message", "worklist")),
            Map.entry("accommodation", List.of("casefile", "clock", "letter", "message", "worklist", "form",
                    "appointment", "nextaction")),
            Map.entry("charge", List.of("casefile", "clock", "accommodation", "letter", "message", "worklist", "form", "nextaction")),
            Map.entry("moveon", List.of("casefile", "clock", "homelessness", "accommodation", "charge", "letter", "message",
                    "worklist", "form", "document", "nextaction")),
            Map.entry("nextaction", List.of("casefile", "worklist")),
            Map.entry("quality", List.of("casefile", "clock", "worklist", "form", "homelessness", "accommodation")),
            Map.entry("message", List.of("casefile")),
            Map.entry("document", List.of("casefile", "worklist", "nextaction")),
            // Reads the audit for those who may: audit itself cannot know access, which knows it.
            Map.entry("oversight", List.of("casefile")),
            Map.entry("referral", List.of("casefile", "clock", "homelessness", "letter", "worklist", "form",
                    "message")),
            Map.entry("process", List.of("casefile", "clock", "homelessness", "letter", "form", "worklist", "insight",
                    "referral", "accommodation", "charge", "appointment", "moveon", "nextaction", "quality")),
            Map.entry("casepage", List.of("casefile", "clock", "homelessness", "letter", "form", "worklist", "insight",
                    "process", "referral", "hclic", "oversight", "accommodation", "charge", "appointment", "moveon",
                    "document", "nextaction", "quality")),
            Map.entry("caseload", List.of("casefile", "clock", "homelessness", "accommodation", "charge", "worklist")),
            // The operator's command that writes the whole return; the checks of the council's own district and of the
            // way out for messages.
            Map.entry("launch", List.of("message", "casefile", "clock", "worklist", "hclic", "accommodation")),
            Map.entry("demonstration", List.of("casefile", "clock", "homelessness", "accommodation", "charge", "appointment", "moveon", "letter", "form", "worklist",
                    "insight", "process", "casepage", "launch", "document", "nextaction", "board"))));

    @TestFactory
    List<DynamicTest> eachRoomKnowsOnlyWhatTheDesignAllows() {
        JavaClasses house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.threshold");
        return MAY_KNOW.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> rule(room.getKey(), room.getValue()).check(house)))
                .toList();
    }

    private static ArchRule rule(String room, List<String> known) {
        List<String> forbidden = new ArrayList<>(ROOMS);
        forbidden.remove(room);
        forbidden.removeAll(known);
        if (!room.equals("audit")) {
            forbidden.remove("audit");
            forbidden.remove("access");
        }
        String[] packages = forbidden.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage(ROOT + room + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages).allowEmptyShould(true);
    }

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.threshold.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineStaysInItsRoom = noClasses().that().resideOutsideOfPackage("org.threshold.process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule storesStayAtHome = classes().that().resideInAPackage("org.threshold.*.store..")
            .should(new StaysAtHome());

    @ArchTest
    static final ArchRule casesHaveTheServicesOwnClock = noClasses().that().resideOutsideOfPackage("org.threshold.launch..")
            .should().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.time.LocalDateTime.class, "now")
            .orShould().callMethod(java.time.ZonedDateTime.class, "now")
            .orShould().callMethod(java.time.OffsetDateTime.class, "now");
}
