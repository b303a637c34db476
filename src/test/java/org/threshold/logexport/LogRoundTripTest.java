package org.threshold.logexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threshold.clock.ServiceClock;
import org.threshold.insight.StepFacts.StepFact;

/** What was recorded is what a reader finds in the file, event by event, in both formats. */
class LogRoundTripTest extends LogFixture {

    /** The night in which the clocks go forward, and the hour that comes twice. */
    private static final Instant BEFORE_SPRING = Instant.parse("2027-03-27T10:00:00.123456Z");
    private static final Instant AFTER_SPRING = Instant.parse("2027-03-28T10:00:00Z");
    private static final Instant FIRST_HALF_PAST_ONE = Instant.parse("2027-10-31T00:30:00Z");
    private static final Instant SECOND_HALF_PAST_ONE = Instant.parse("2027-10-31T01:30:00Z");

    private final Map<String, String> migrated = new HashMap<>();
    private final Map<String, Long> placements = new HashMap<>();
    private final Map<String, Long> reviews = new HashMap<>();
    private final List<String> references = new ArrayList<>();
    private long unit;

    @BeforeEach
    void plant() {
        unit = plantUnit();
        for (int i = 0; i < Alike.FEWEST; i++) {
            String reference = openCase();
            references.add(reference);
            stepFacts.recordAll(everything(reference));
            placements.put(reference, plantPlacement(reference));
            reviews.put(reference, plantReview(reference));
        }
    }

    @Test
    void nothingIsLostInXes() throws Exception {
        XesFile file = new XesFile(take(LogFormat.XES, Alike.SAME_ORDER));

        Map<String, List<Told>> traces = file.traces();
        assertThat(traces).hasSize(Alike.FEWEST);
        for (String reference : references) {
            assertThat(traces.get(pseudonym("case", reference))).containsExactlyElementsOf(recorded(reference));
        }
        assertThat(file.attributes()).containsEntry("threshold:cases", "5").containsEntry("threshold:leftOut", "0")
                .containsEntry("threshold:events", String.valueOf(5 * recorded(references.get(0)).size()));
    }

    @Test
    void nothingIsLostInOcel() throws Exception {
        OcelFile file = new OcelFile(take(LogFormat.OCEL, Alike.SAME_ORDER));

        List<Told> all = new ArrayList<>();
        references.forEach(reference -> all.addAll(recorded(reference)));
        assertThat(file.events()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void holdsAndHandoversAreTransitions() throws Exception {
        String reference = references.get(0);

        Map<String, List<Told>> traces = new XesFile(take(LogFormat.XES, Alike.SAME_ORDER)).traces();
        String step = pseudonym("step", migrated.get(reference));
        assertThat(traces.get(pseudonym("case", reference))).filteredOn(told -> told.instance().equals(step))
                .extracting(told -> told.fact() + ' ' + told.transition()).containsExactly("CREATED schedule",
                "HANDED_OVER assign", "PUT_BACK reassign", "PICKED_UP reassign", "ON_HOLD suspend", "OFF_HOLD resume",
                "HANDED_OVER reassign", "REDATED unknown", "HANDED_OVER reassign", "COMPLETED complete");
    }

    @Test
    void aMigrationAcrossTheClockChangeIsOneStepWithTheOffsetsOfBothSides() throws Exception {
        String xes = take(LogFormat.XES, Alike.SAME_ORDER);
        String step = pseudonym("step", migrated.get(references.get(0)));
        assertThat(xes).contains("2027-03-27T10:00:00.123456+00:00", "2027-03-28T11:00:00.000000+01:00",
                "2027-10-31T01:30:00.000000+01:00", "2027-10-31T01:30:00.000000+00:00");
        List<Told> told = new XesFile(xes).traces().values().stream().flatMap(List::stream)
                .filter(each -> each.instance().equals(step)).toList();
        assertThat(told.get(0).rest()).containsEntry("version", "1").containsEntry("element", "task_triage");
        assertThat(told.get(told.size() - 1).rest()).containsEntry("version", "2")
                .containsEntry("element", "task_triageAgain");
        assertThat(told).extracting(each -> each.at().toInstant()).isSorted();

        JsonNode object = new OcelFile(take(LogFormat.OCEL, Alike.SAME_ORDER)).objects("step").stream()
                .filter(each -> each.get("id").asText().equals(step)).findFirst().orElseThrow();
        assertThat(OcelFile.over(object, "version")).containsExactly(
                Map.entry("2027-03-27T10:00:00.123456+00:00", "1"), Map.entry("2027-10-31T01:30:00.000000+00:00", "2"));
        assertThat(OcelFile.over(object, "element").values()).containsExactlyInAnyOrder("task_triage",
                "task_triageAgain");
        assertThat(OcelFile.over(object, "team").values()).containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void stepsOfOneElementAtOneMomentAreToldApart() throws Exception {
        List<Told> asked = new XesFile(take(LogFormat.XES, Alike.SAME_ORDER)).traces()
                .get(pseudonym("case", references.get(0))).stream()
                .filter(told -> "task_askAgency".equals(told.rest().get("element"))).toList();

        assertThat(asked).filteredOn(told -> told.fact().equals("CREATED")).hasSize(2)
                .extracting(Told::at).containsOnly(asked.get(0).at());
        assertThat(asked).extracting(Told::instance).containsOnly(asked.get(0).instance(), asked.get(1).instance())
                .doesNotContainSequence(asked.get(0).instance(), asked.get(0).instance(), asked.get(0).instance());
        assertThat(asked).filteredOn(told -> told.fact().equals("CANCELLED")).extracting(Told::transition)
                .containsExactly("withdraw");
    }

    @Test
    void placementsUnitsOfficersAndReviewsAreObjectsThatBelongTogether() throws Exception {
        OcelFile file = new OcelFile(take(LogFormat.OCEL, Alike.SAME_ORDER));
        String reference = references.get(0);

        JsonNode placement = byId(file.objects("placement"), pseudonym("placement", placements.get(reference)));
        assertThat(OcelFile.relations(placement)).containsEntry("of", pseudonym("case", reference))
                .containsEntry("in", pseudonym("unit", unit));
        assertThat(OcelFile.over(placement, "function").values()).containsExactly("INTERIM");
        assertThat(file.objects("unit")).hasSize(1);
        assertThat(OcelFile.relations(byId(file.objects("review"), pseudonym("review", reviews.get(reference)))))
                .containsEntry("of", pseudonym("case", reference));
        assertThat(file.objects("officer")).extracting(each -> each.get("id").asText()).contains("service",
                pseudonym("officer", "zebulon.q"), pseudonym("officer", "zelda.q"));
        assertThat(file.objects("case")).hasSize(Alike.FEWEST);
        assertThat(file.objects("step")).hasSize(3 * Alike.FEWEST);
    }

    /** Merged with another case, and followed by a third; what is known only over a restricted case is not told. */
    @Test
    void aHouseholdThatCameMoreThanOnceIsOneHousehold() throws Exception {
        String restricted = openCase();
        jdbc.sql("insert into case_restriction values (?, 'OTHER', 'For the log', 'leader2', 'officer', now())")
                .param(restricted).update();
        merge(references.get(0), references.get(1));
        followUp(references.get(1), references.get(2));
        followUp(references.get(3), restricted);
        followUp(restricted, references.get(4));

        OcelFile file = new OcelFile(take(LogFormat.OCEL, Alike.SAME_ORDER));

        Map<String, String> of = new HashMap<>();
        for (JsonNode each : file.objects("case")) {
            of.put(each.get("id").asText(), OcelFile.relations(each).get("of"));
        }
        List<String> households = references.stream().map(each -> of.get(pseudonym("case", each))).toList();
        String one = pseudonym("household", references.stream().limit(3).sorted().findFirst().orElseThrow());
        assertThat(households).containsExactly(one, one, one, pseudonym("household", references.get(3)),
                pseudonym("household", references.get(4)));
        assertThat(file.objects("household")).hasSize(3).allMatch(each -> each.get("attributes").isEmpty());
    }

    private void merge(String kept, String merged) {
        jdbc.sql("insert into case_merge (kept_case, merged_case, reason, carried_over, kept_status, merged_status,"
                + " duties_compared, merged_by, merged_at) values (?, ?, 'Quillfeather twice', '', 'OPEN', 'OPEN',"
                + " true, 'zelda.q', now())").params(kept, merged).update();
    }

    private void followUp(String previous, String next) {
        jdbc.sql("insert into reapplication (previous_case, new_case, why, reasons, recorded_by, recorded_at)"
                + " values (?, ?, 'FACTS_CHANGED', 'Quillfeather again', 'zelda.q', now())")
                .params(previous, next).update();
    }

    private static JsonNode byId(List<JsonNode> objects, String id) {
        return objects.stream().filter(each -> each.get("id").asText().equals(id)).findFirst().orElseThrow();
    }

    /** Everything that can happen to a step: hold, hand-over, other date, migration, and two steps at one moment. */
    private List<StepFact> everything(String reference) {
        String step = UUID.randomUUID().toString();
        migrated.put(reference, step);
        String due = "2027-04-01T16:00:00Z";
        List<StepFact> facts = new ArrayList<>(List.of(
                fact(reference, step, 1, "task_triage", "CREATED", BEFORE_SPRING, "threshold", "north", null),
                fact(reference, step, 1, "task_triage", "HANDED_OVER", BEFORE_SPRING.plusSeconds(9), "zelda.q", null,
                        "zebulon.q"),
                fact(reference, step, 1, "task_triage", "PUT_BACK", BEFORE_SPRING.plusSeconds(10), "zebulon.q", null,
                        null),
                fact(reference, step, 1, "task_triage", "PICKED_UP", BEFORE_SPRING.plusSeconds(10), "zebulon.q", null,
                        "zebulon.q"),
                fact(reference, step, 1, "task_triage", "ON_HOLD", AFTER_SPRING, "zebulon.q", null, "THIRD_PARTY"),
                fact(reference, step, 1, "task_triage", "OFF_HOLD", AFTER_SPRING.plusSeconds(3600), "zebulon.q", null,
                        null),
                fact(reference, step, 1, "task_triage", "HANDED_OVER", AFTER_SPRING.plusSeconds(4000), "zebulon.q",
                        null, "zelda.q"),
                fact(reference, step, 1, "task_triage", "REDATED", AFTER_SPRING.plusSeconds(5000), "zelda.q", null,
                        due),
                fact(reference, step, 1, "task_triage", "HANDED_OVER", FIRST_HALF_PAST_ONE, "zelda.q", "south", null),
                fact(reference, step, 2, "task_triageAgain", "COMPLETED", SECOND_HALF_PAST_ONE, "zelda.q", null,
                        null)));
        for (String end : List.of("COMPLETED", "CANCELLED")) {
            String sibling = UUID.randomUUID().toString();
            facts.add(fact(reference, sibling, 2, "task_askAgency", "CREATED", SECOND_HALF_PAST_ONE, "threshold",
                    "south", null));
            facts.add(fact(reference, sibling, 2, "task_askAgency", end, SECOND_HALF_PAST_ONE.plusSeconds(60),
                    "threshold", null, null));
        }
        return facts;
    }

    private long plantUnit() {
        long provider = jdbc.sql("insert into provider (name) values (?) returning id")
                .param("Quillfeather Lets " + UUID.randomUUID()).query(Long.class).single();
        return jdbc.sql("insert into unit (name, address, postcode, district, provider_id, kind, bedrooms, holds,"
                + " step_free, withdrawn_on) values ('Quillfeather Lodge', '1 Quillfeather Way', 'ZZ99 3VZ',"
                + " 'E07999001', ?, 'HOSTEL_REFUGE', 2, 4, false, '2003-01-01') returning id").param(provider)
                .query(Long.class).single();
    }

    private long plantPlacement(String reference) {
        long id = jdbc.sql("insert into placement (case_reference, function, status, unit_id, starts_on, ended_on,"
                + " end_reason, requested_at, requested_by) values (?, 'INTERIM', 'ENDED', ?, '2003-01-07',"
                + " '2003-01-09', 'MOVED_ON', '2003-01-06 12:00Z', 'zelda.q') returning id").params(reference, unit)
                .query(Long.class).single();
        jdbc.sql("insert into placement_event (placement_id, status, happened_at, by_whom, words) values"
                + " (?, 'REQUESTED', '2003-01-06 12:00Z', 'zelda.q', 'Quillfeather asked'),"
                + " (?, 'IN_OCCUPATION', '2003-01-07 15:30Z', 'threshold', null)").params(id, id).update();
        return id;
    }

    private long plantReview(String reference) {
        long id = jdbc.sql("insert into statutory_review (case_reference, matter, decision_notified, decided_by,"
                + " requested_on, received_how, request, late, clock, recorded_by, recorded_at, outcome, reasons,"
                + " decided_by_review, decided_at) values (?, 'SUITABILITY', '2003-01-10', 'zebulon.q', '2003-01-11',"
                + " 'LETTER', 'Quillfeather wrote', false, 'REVIEW_8_WEEKS', 'zelda.q', '2003-01-12 10:00Z',"
                + " 'OVERTURNED', 'Quillfeather was right', 'zelda.q', '2003-02-12 10:00Z') returning id")
                .param(reference).query(Long.class).single();
        jdbc.sql("insert into review_event (review_id, kind, on_day, code, who, words, recorded_by, recorded_at) values"
                + " (?, 'REVIEWER', '2003-01-13', null, 'zebulon.q', 'Quillfeather told', 'zelda.q',"
                + " '2003-01-13 10:00Z')").param(id).update();
        return id;
    }

    /** What the tables say, read and put into other words by this test alone; in the order of time. */
    private List<Told> recorded(String reference) {
        List<Told> told = new ArrayList<>();
        Map<String, Boolean> held = new HashMap<>();
        List<Long> ids = jdbc.sql("select id from step_fact where case_reference = ? order by id").param(reference)
                .query(Long.class).list();
        List<StepFact> facts = stepFacts.of(reference);
        for (int i = 0; i < facts.size(); i++) {
            told.add(step(facts.get(i), ids.get(i), held));
        }
        told.addAll(otherEvents(reference));
        told.sort(Comparator.comparing(each -> each.at().toInstant()));
        return told;
    }

    private Told step(StepFact fact, long id, Map<String, Boolean> held) {
        Map<String, String> rest = new HashMap<>(Map.of("fact", fact.event(), "process", fact.processKey(), "version",
                String.valueOf(fact.processVersion()), "element", fact.elementId(), "by", officer(fact.by()),
                "channel", "DESK", "activity", switch (fact.elementId()) {
                    case "task_triage" -> "Log test: triage";
                    case "task_triageAgain" -> "Log test: triage again";
                    default -> "Log test: ask agency";
                }));
        rest.put("team", fact.team());
        boolean before = held.getOrDefault(fact.stepId(), false);
        String transition = switch (fact.event()) {
            case "CREATED" -> "schedule";
            case "PICKED_UP" -> before ? "reassign" : "start";
            case "HANDED_OVER" -> before || fact.detail() == null ? "reassign" : "assign";
            case "PUT_BACK" -> "reassign";
            case "ON_HOLD" -> "suspend";
            case "OFF_HOLD" -> "resume";
            case "REDATED" -> "unknown";
            case "COMPLETED" -> "complete";
            default -> before ? "ate_abort" : "withdraw";
        };
        if (fact.event().matches("PICKED_UP|HANDED_OVER") && fact.detail() != null) {
            held.put(fact.stepId(), true);
            rest.put("to", officer(fact.detail()));
        }
        rest.put("reason", fact.event().equals("ON_HOLD") ? fact.detail() : null);
        rest.put("due", fact.event().equals("REDATED") ? "2027-04-01T17:00:00.000000+01:00" : null);
        return new Told(pseudonym("case", fact.caseReference()), pseudonym("event", "STEP:" + id), "STEP",
                pseudonym("step", fact.stepId()), transition, london(fact.at()), rest);
    }

    private List<Told> otherEvents(String reference) {
        long placement = placements.get(reference);
        long review = reviews.get(reference);
        List<Long> steps = jdbc.sql("select id from placement_event where placement_id = ? order by id")
                .param(placement).query(Long.class).list();
        long reviewer = jdbc.sql("select id from review_event where review_id = ?").param(review).query(Long.class)
                .single();
        return List.of(
                other(reference, "PLACEMENT", steps.get(0), placement, "2003-01-06T12:00:00Z", Map.of("fact",
                        "REQUESTED", "by", officer("zelda.q"), "activity", "Placement: requested")),
                other(reference, "PLACEMENT", steps.get(1), placement, "2003-01-07T15:30:00Z", Map.of("fact",
                        "IN_OCCUPATION", "by", "service", "activity", "Placement: in occupation", "unit",
                        pseudonym("unit", unit))),
                other(reference, "REVIEW", review * 2, review, "2003-01-12T10:00:00Z", Map.of("fact", "REQUESTED", "by",
                        officer("zelda.q"), "activity", "Review: requested", "day", "2003-01-11")),
                other(reference, "REVIEW", -reviewer, review, "2003-01-13T10:00:00Z", Map.of("fact", "REVIEWER", "by",
                        officer("zelda.q"), "activity", "Review: reviewer", "day",
                        LocalDate.of(2003, 1, 13).toString())),
                other(reference, "REVIEW", review * 2 + 1, review, "2003-02-12T10:00:00Z", Map.of("fact", "DECIDED",
                        "by", officer("zelda.q"), "activity", "Review: decided", "outcome", "OVERTURNED")));
    }

    private Told other(String reference, String source, long id, long instance, String at, Map<String, String> said) {
        Map<String, String> rest = new HashMap<>(said);
        rest.put("channel", "DESK");
        return new Told(pseudonym("case", reference), pseudonym("event", source + ":" + id), source,
                pseudonym(source.toLowerCase(java.util.Locale.ROOT), instance), "complete", london(Instant.parse(at)),
                rest);
    }

    private String officer(String username) {
        return username.equals("threshold") ? "service" : pseudonym("officer", username);
    }

    private static OffsetDateTime london(Instant at) {
        return at.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }
}
