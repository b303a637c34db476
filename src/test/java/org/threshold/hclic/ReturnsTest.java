package org.threshold.hclic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.Acting;
import org.threshold.StatementCounter;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.Finding;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.IdentityCheck;

/** The return on real cases: what it misses, who is in it, and what is handed over. */
class ReturnsTest extends IntegrationTest {

    /** A quarter that no other test works in. */
    private static final LocalDate DAY = LocalDate.of(2031, 5, 5);
    private static final Quarter QUARTER = new Quarter(2031, 2);
    private static final int MOST_STATEMENTS = 20;

    @Autowired
    private Returns returns;
    @Autowired
    private ReturnAnswers answers;
    @Autowired
    private QuarterReturns quarters;
    @Autowired
    private ReturnMapping mapping;
    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private CaseRegister register;
    @Autowired
    private Assessments assessments;
    @Autowired
    private ServiceClock serviceClock;
    @Autowired
    private StatementCounter counter;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        serviceClock.freeze(DAY.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
        actAs("officer");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        serviceClock.reset();
    }

    @Test
    void whatAnAssessmentAsksIsNotMissedAndWhatItLeftOpenIs() {
        CaseReference reference = assessed(true);
        assertThat(returns.check(reference).gaps()).extracting(Gap::rule).isEmpty();

        CaseReference open = assessed(false);
        Returns.CaseCheck check = returns.check(open);
        assertThat(check.gaps()).extracting(Gap::rule).containsExactlyInAnyOrder("income", "lastPostcode", "lostOn",
                "ethnicity", "sex", "genderSame", "sexualOrientation");
        assertThat(check.errors()).isEqualTo(2);
        assertThat(returns.beforeADutyEnds(open)).extracting(Gap::rule)
                .containsExactlyInAnyOrder("income", "lastPostcode");
    }

    @Test
    void whatIsPutRightIsNoLongerMissedAndTheAssessmentAsItWasIsKept() {
        CaseReference reference = assessed(false);
        Assessment before = assessments.latest(reference).orElseThrow();
        assessments.putRight(reference, new Assessment.Categories(before.reasonForLoss(), null, DAY, "FAMILY",
                "LU1 2BQ", "FAMILY", null, "NK", "NOT_SAID", "NONE", null, null, null,
                new Assessment.Background(List.of("NOT_SAID"), "NOT_SAID", "NOT_SAID", "NOT_SAID")));

        assertThat(returns.check(reference).gaps()).isEmpty();
        assertThat(assessments.latest(reference).orElseThrow().outcome()).isEqualTo(before.outcome());
        assertThat(rows("assessment", reference)).isEqualTo(2);
        assertThat(returns.facts(reference).main().day("assessmentDate")).isEqualTo(DAY);
    }

    @Test
    void aCaseIsTakenOutWithAReasonAndPutBack() {
        CaseReference reference = assessed(true);
        assertThatThrownBy(() -> returns.choose(reference, false, "Mine")).isInstanceOf(NotPermitted.class);
        actAs("leader");
        assertThatThrownBy(() -> returns.choose(reference, false, "  ")).hasMessageContaining("Enter a reason");
        assertThatThrownBy(() -> returns.choose(reference, true, "Back")).hasMessageContaining("has not been taken out");

        returns.choose(reference, false, "Reported by the other council");
        Returns.CaseCheck out = returns.check(reference);
        assertThat(out.facts().leftOutBecause()).isEqualTo("Taken out: Reported by the other council");
        assertThat(out.gaps()).isEmpty();
        assertThatThrownBy(() -> returns.choose(reference, false, "Again")).isInstanceOf(IllegalArgumentException.class);

        returns.choose(reference, true, "They do not");
        assertThat(returns.check(reference).facts().inReturn()).isTrue();
        assertThat(returns.check(reference).choices()).extracting(choice -> choice.by() + " " + choice.included())
                .containsExactly("leader true", "leader false");
        assertThat(jdbc.sql("select count(*) from audit_entry where chain = :case and action like 'return.%'")
                .param("case", reference.value()).query(Long.class).single()).isEqualTo(2);
    }

    /** Whoever was taken out by rule stays out: the rule is not a matter of choice. */
    @ParameterizedTest
    @CsvSource({"REFERRED, Referred to us", "CREATED_IN_ERROR, Created in error", "MERGED, Merged into another case"})
    void someCasesAreNeverReported(CaseStatus status, String why) {
        CaseReference reference = assessed(true);
        jdbc.sql("update case_file set status = :status where reference = :case").param("status", status.name())
                .param("case", reference.value()).update();
        assertThat(returns.check(reference).facts().leftOutBecause()).startsWith(why);
    }

    @Test
    void adviceAloneIsNotReported() {
        CaseReference reference = register.open(household());
        assertThat(returns.check(reference).facts().leftOutBecause()).isEqualTo("No duty, decision or accommodation yet");
        jdbc.sql("update case_file set status = 'ADVICE_ONLY' where reference = :case").param("case", reference.value())
                .update();
        assertThat(returns.check(reference).facts().leftOutBecause()).startsWith("Closed without a duty");
        place(reference);
        assertThat(returns.check(reference).facts().inReturn()).as("accommodated").isTrue();
    }

    @Test
    void whatWasDoneAndWhatBecameOfNeedsIsKept() {
        CaseReference reference = assessed(true);
        long duty = (Long) returns.facts(reference).rows(ReturnSection.RELIEF).get(0).get("dutyId");
        answers.activities(reference, new ReturnAnswers.Done(duty, List.of("DHP", "ADVICE_ONLY"), null, null, null));
        answers.help(reference, Map.of("BUDGETING", "REFUSED"));
        answers.help(reference, Map.of("BUDGETING", "PROVIDED", "DRUGS", "NOT_AVAILABLE"));

        CaseReturn facts = returns.facts(reference);
        assertThat(facts.rows(ReturnSection.RELIEF).get(0).codes("activities")).containsExactly("DHP", "ADVICE_ONLY");
        assertThat(facts.rows(ReturnSection.ASSISTANCE)).extracting(row -> row.text("help"))
                .containsExactly("PROVIDED", "NOT_AVAILABLE");
        assertThatThrownBy(() -> answers.help(reference, Map.of("OLD_AGE", "PROVIDED")))
                .hasMessageContaining("no such need");
        assertThatThrownBy(() -> answers.activities(reference,
                new ReturnAnswers.Done(duty + 1_000_000, List.of("DHP"), null, null, null)))
                .hasMessageContaining("no such duty");
    }

    /** As many statements for five hundred cases as for a handful. */
    @Test
    void aListTakesAsManyStatementsForFiveHundredCasesAsForFew() {
        actAs("leader");
        int few = counter.during(() -> returns.outstanding("north", null)).size();
        CaseReference one = assessed(false);
        copy(one, 500);
        List<Returns.Outstanding> found = new ArrayList<>();
        List<String> many = counter.during(() -> found.add(returns.outstanding("north", null)));

        assertThat(found.get(0).lines()).hasSizeGreaterThanOrEqualTo(501);
        assertThat(many).hasSameSizeAs(counter.during(() -> returns.outstanding("north", "officer")))
                .hasSizeLessThanOrEqualTo(Math.max(few, MOST_STATEMENTS));
        assertThat(found.get(0).teams()).singleElement().satisfies(count -> {
            assertThat(count.who()).isEqualTo("north");
            assertThat(count.errors()).isGreaterThanOrEqualTo(1002);
        });
        assertThat(found.get(0).officers()).anyMatch(count -> count.who() == null && count.cases() >= 501);
        for (String table : List.of("household_member", "duty", "identity_check", "finding", "assessment")) {
            jdbc.sql("delete from " + table + " where case_reference like 'TH-700000%-X'").update();
        }
        jdbc.sql("delete from case_file where reference like 'TH-700000%-X'").update();
    }

    @Test
    void anOfficerSeesOnlyTheirOwnTeams() {
        actAs("officer2");
        assertThatThrownBy(() -> returns.outstanding("north", null)).isInstanceOf(NotPermitted.class);
        CaseReference north = as("officer", () -> assessed(false));
        assertThat(returns.outstanding(null, null).lines()).extracting(line -> line.facts().reference())
                .doesNotContain(north);
        actAs("analyst");
        assertThatThrownBy(() -> returns.outstanding(null, null)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theExtractAddsUpToWhatIsInTheTables() throws IOException {
        CaseReference whole = assessed(true);
        CaseReference open = assessed(false);
        place(open);
        CaseReference out = assessed(true);
        jdbc.sql("update case_file set previous_reference = '=HYPERLINK(\"x\")' where reference = :case")
                .param("case", open.value()).update();
        actAs("leader");
        returns.choose(out, false, "Test");
        actAs("manager");

        QuarterReturns.View view = quarters.view(QUARTER);
        QuarterReturns.Extract taken = quarters.csv(QUARTER);
        Map<String, List<CSVRecord>> files = unzip(taken.content());

        assertThat(view.leftOut()).containsKey("Taken out by hand");
        assertThat(view.events()).containsKeys(QuarterReturns.Event.DUTY_AWARDED, QuarterReturns.Event.PLACED);
        List<CSVRecord> main = files.get("01-main.csv");
        List<String> reported = main.stream().map(row -> row.get("caseReference")).toList();
        assertThat(reported).contains(whole.value(), open.value()).doesNotContain(out.value())
                .doesNotHaveDuplicates().hasSize(view.reported());
        assertThat(files.get("02-people.csv")).hasSize(count("household_member", reported));
        assertThat(files.get("05-relief.csv")).hasSize(count("duty", reported));
        assertThat(files.get("08-temporary-accommodation.csv")).hasSize(jdbc.sql("""
                select count(*) from interim_accommodation p where case_reference = any(:cases) and outcome = 'PLACED'
                  and not exists (select from placement q where q.case_reference = p.case_reference
                    and q.starts_on <= p.from_day and (q.ended_on is null or q.ended_on > p.from_day))""")
                .param("cases", reported.toArray(String[]::new)).query(Integer.class).single()
                + jdbc.sql("select count(*) from placement where case_reference = any(:cases) and starts_on is not null"
                + " and end_reason is distinct from 'NOT_OCCUPIED'").param("cases", reported.toArray(String[]::new))
                .query(Integer.class).single());
        assertThat(files.get("03-support.csv")).hasSize(jdbc.sql("""
                select coalesce(sum(cardinality(string_to_array(nullif(support_needs, ''), ','))), 0) from (select
                distinct on (case_reference) * from assessment where case_reference = any(:cases)
                order by case_reference, id desc) a""").param("cases", reported.toArray(String[]::new))
                .query(Integer.class).single());
        Map<String, String> totals = new LinkedHashMap<>();
        files.get("control-totals.csv").forEach(row -> totals.put(row.get("total"), row.get("value")));
        for (ReturnSection section : ReturnSection.values()) {
            String file = String.format("%02d-%s.csv", section.ordinal() + 1, section.slug());
            assertThat(totals.get("rows " + section.slug())).as(file)
                    .isEqualTo(String.valueOf(files.get(file).size()));
        }
        assertThat(totals).containsEntry("cases", String.valueOf(reported.size()));
        CSVRecord row = main.stream().filter(each -> each.get("caseReference").equals(open.value())).findFirst()
                .orElseThrow();
        assertThat(row.get("previousReference")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(row.get("composition")).isEqualTo("SINGLE_O");
        assertThat(row.toMap().values()).noneMatch(value -> value.contains("Jordan"));

        JsonNode asJson = json.readTree(quarters.json(QUARTER).content());
        assertThat(asJson.at("/controlTotals/cases").asInt()).isEqualTo(reported.size());
        assertThat(asJson.at("/cases")).hasSize(reported.size());
        assertThat(quarters.view(QUARTER).extracts().get(0).by()).isEqualTo("manager");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'return.taken' and subject = :quarter")
                .param("quarter", QUARTER.toString()).query(Long.class).single()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void onlyManagersAndAnalystsTakeTheReturn() {
        actAs("leader");
        assertThat(quarters.view(QUARTER).quarter()).isEqualTo(QUARTER);
        assertThatThrownBy(() -> quarters.csv(QUARTER)).isInstanceOf(NotPermitted.class);
        actAs("officer");
        assertThatThrownBy(() -> quarters.view(QUARTER)).isInstanceOf(NotPermitted.class);
        actAs("analyst");
        assertThat(quarters.json(QUARTER).fileName()).isEqualTo("h-clic-2031-Q2.json");
    }

    @Test
    void aQuarterHasSixWeeksUnlessTheMinistrySaysOtherwise() {
        ReturnSettings settings = new ReturnSettings(null, Map.of("2031-Q1", LocalDate.of(2031, 5, 2)));
        assertThat(settings.deadline(new Quarter(2031, 1))).isEqualTo(LocalDate.of(2031, 5, 2));
        assertThat(settings.deadline(QUARTER)).isEqualTo(LocalDate.of(2031, 8, 11));
        assertThatThrownBy(() -> new ReturnSettings("", Map.of("2031", DAY))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(quoteCharacter = '`', value = {"=1+1, `'=1+1`", "@x, `'@x`", "-5, `'-5`", "+44, `'+44`",
            "A=1, A=1", "2026-01-01, 2026-01-01"})
    void aSpreadsheetTakesNothingForAFormula(String text, String written) {
        assertThat(ReturnWriter.safe(text)).isEqualTo(written);
    }

    /** The mapping asks nothing that the tables do not answer, and the codes are those of the forms. */
    @Test
    void everyFieldOfTheMappingHasItsColumn() {
        CaseReference reference = assessed(true);
        place(reference);
        CaseReturn facts = returns.facts(reference);
        for (ReturnField field : mapping.fields()) {
            for (CaseReturn.Row row : facts.rows(field.section())) {
                if (row.has(field.key()) && !field.codes().isEmpty()) {
                    List<String> given = field.kind() == ReturnField.Kind.CODES ? row.codes(field.key())
                            : List.of(row.text(field.key()));
                    assertThat(given).as(field.section() + "." + field.key())
                            .allMatch(code -> field.code(code).isPresent());
                }
            }
        }
        assertThat(mapping.fields()).extracting(ReturnField::national).containsOnlyNulls();
    }

    /** Columns that follow from others, or that nobody can be asked, are not missed: the rest of the columns is there. */
    @Test
    void everyColumnOfTheMappingIsRead() throws IOException {
        String source = new String(getClass().getResourceAsStream("/org/threshold/hclic/store/ReturnFacts.class")
                .readAllBytes(), StandardCharsets.ISO_8859_1);
        String derived = new String(getClass().getResourceAsStream("/org/threshold/hclic/ReturnReader.class")
                .readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(mapping.fields()).allMatch(field -> source.contains("\"" + field.key() + "\"")
                || derived.contains(field.key()), "read by a statement or computed");
    }

    @Test
    void aPlacementIsReportedWithItsTypeDistrictAndEnd() {
        CaseReference reference = assessed(true);
        // What keys bring with them counts working days, in a year whose bank holidays are known.
        LocalDate left = LocalDate.of(2026, 9, 15);
        serviceClock.freeze(left.plusDays(2).atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, left.minusDays(7));
        Acting.as("officer", () -> placements.end(hotel.id(), left, PlacementEnd.MOVED_TO_OTHER_TA, "Moved"));
        homes.moveIn(reference, homes.unit(Homes.FLAT), left, hotel.id());

        List<CaseReturn.Row> stays = returns.check(reference).facts().rows(ReturnSection.TEMPORARY_ACCOMMODATION);

        assertThat(stays).hasSize(2);
        assertThat(stays.get(0).values()).containsEntry("startedOn", left.minusDays(7))
                .containsEntry("type", "BB_SHARED_ANNEXE").containsEntry("duty", "INTERIM")
                .containsEntry("inDistrict", "YES").containsEntry("district", "E07999001")
                .containsEntry("endedOn", left).containsEntry("endReason", "MOVED_TO_OTHER_TA");
        assertThat(stays.get(1).values()).containsEntry("type", "NIGHTLY_PRIVATE_SELF_CONTAINED")
                .doesNotContainKeys("endedOn", "endReason", "unit");
        assertThat(returns.check(reference).facts().standing().placed()).isTrue();
    }

    @Test
    void whatWasArrangedInTheNightAndIsAPlacementSinceIsOneStay() {
        CaseReference reference = assessed(true);
        LocalDate today = LocalDate.of(2026, 9, 17);
        serviceClock.freeze(today.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
        place(reference);
        jdbc.sql("update interim_accommodation set from_day = :day where case_reference = :case")
                .param("day", today.minusDays(2)).param("case", reference.value()).update();
        homes.moveIn(reference, Homes.HOTEL, today.minusDays(2));

        assertThat(returns.check(reference).facts().rows(ReturnSection.TEMPORARY_ACCOMMODATION)).singleElement()
                .satisfies(stay -> assertThat(stay.values()).containsEntry("type", "BB_SHARED_ANNEXE")
                        .containsEntry("startedOn", today.minusDays(2)));
    }

    private CaseReference assessed(boolean whole) {
        CaseReference reference = register.open(household());
        assessments.checkIdentity(reference, new IdentityCheck("yes", List.of("PASSPORT"), null, "UK", "yes"),
                Finding.YES, "British");
        assessments.record(reference, new Assessment("Asked to leave", "FAMILY_FRIENDS", null, whole ? DAY : null,
                "FAMILY", whole ? "LU1 2BQ" : null, "FAMILY", null, "PART_TIME", whole ? "NOT_SAID" : null, "NONE", null,
                "Two bedrooms", List.of("BUDGETING", "DRUGS"), "A deposit", Assessment.Outcome.HOMELESS, DAY, null, null,
                null, whole ? new Assessment.Background(List.of("WORK"), "FEMALE", "YES", "NOT_SAID")
                : new Assessment.Background(List.of(), null, null, null)));
        return reference;
    }

    private void place(CaseReference reference) {
        jdbc.sql("""
                insert into interim_accommodation (case_reference, outcome, address, kind, from_day, in_district,
                  suitability, recorded_by, recorded_at)
                values (:case, 'PLACED', '1 Testing Road', 'HOSTEL_REFUGE', :day, true, 'Suits', 'officer', now())""")
                .param("case", reference.value()).param("day", DAY).update();
    }

    /** Rows only, quickly: as many cases as asked for that look like the one. */
    private void copy(CaseReference one, int times) {
        jdbc.sql("""
                insert into case_file (reference, opened_at, opened_by, channel, team, status, status_since, reason,
                  language, needs, flags, version)
                select 'TH-' || (700000000 + n) || '-X', opened_at, opened_by, channel, team, status, status_since,
                  reason, language, needs, flags, version
                from case_file, generate_series(1, :times) n where reference = :case""")
                .param("times", times).param("case", one.value()).update();
        for (String[] table : new String[][] {{"household_member", "main_applicant, relationship, given_name,"
                + " family_name, given_key, family_key, in_education, version, date_of_birth"},
                {"duty", "kind, started_on, started_by, started_at"},
                {"identity_check", "seen, nationality, habitually_resident, recorded_by, recorded_at"},
                {"finding", "question, finding, reasons, found_on, recorded_by, recorded_at"},
                {"assessment", "circumstances, reason_for_loss, last_settled_home, accommodation_now, employment,"
                        + " referral, housing_needs, support_needs, support_summary, outcome, satisfied_on,"
                        + " recorded_by, recorded_at"}}) {
            jdbc.sql("insert into " + table[0] + " (case_reference, " + table[1] + ") select 'TH-' || (700000000 + n)"
                    + " || '-X', " + table[1] + " from " + table[0] + ", generate_series(1, :times) n"
                    + " where case_reference = :case").param("times", times).param("case", one.value()).update();
        }
    }

    private static NewCase household() {
        return NewCase.atTheDesk("north", Person.applicant("Jordan", "Return" + letters(), LocalDate.of(1990, 3, 12)),
                "Asked to leave by family");
    }

    private static String letters() {
        StringBuilder name = new StringBuilder();
        for (char c : UUID.randomUUID().toString().replace("-", "").substring(0, 12).toCharArray()) {
            name.append((char) ('a' + Character.digit(c, 16)));
        }
        return name.toString();
    }

    private int count(String table, List<String> cases) {
        return jdbc.sql("select count(*) from " + table + " where case_reference = any(:cases)")
                .param("cases", cases.toArray(String[]::new)).query(Integer.class).single();
    }

    private long rows(String table, CaseReference reference) {
        return count(table, List.of(reference.value()));
    }

    private static Map<String, List<CSVRecord>> unzip(byte[] content) throws IOException {
        Map<String, List<CSVRecord>> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                        .parse(new InputStreamReader(new ByteArrayInputStream(zip.readAllBytes()),
                                StandardCharsets.UTF_8)).getRecords());
            }
        }
        return files;
    }

    private static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.NO_AUTHORITIES));
    }

    private <T> T as(String username, java.util.function.Supplier<T> work) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        actAs(username);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }
}
