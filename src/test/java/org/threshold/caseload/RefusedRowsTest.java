package org.threshold.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.caseload.CaseloadFiles.planned;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are wrong, or meant to do harm: what is said of each, and that not a single row anywhere else has moved. */
class RefusedRowsTest extends CaseloadTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    /**
     * @param bytes   what is uploaded
     * @param where   file, line and column of the refusal, with slashes between them
     * @param problem what must be said
     */
    record Wrong(String name, UnaryOperator<CaseloadFiles> rows, UnaryOperator<Map<Sheet, byte[]>> bytes, String where,
                 String problem) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
            row("a team that is not there", f -> f.household("R", 5, "team", "atlantis"), "cases.csv/2/team",
                    "‘atlantis’ is not a team. Use the key of a team"),
            row("a day in the wrong order", f -> f.household("R", 5, "opened_on", "31/01/2027"),
                    "cases.csv/2/opened_on", "‘31/01/2027’ is not a day in the order that you declared. Write it like"),
            row("the thirtieth of February", f -> f.household("R", 5, "opened_on", "2026-02-30"),
                    "cases.csv/2/opened_on", "is not a day"),
            row("a day to come", f -> f.household("R", -3), "cases.csv/2/opened_on", "The day lies in the future"),
            row("a year with two digits", f -> f.household("R", 5, "date_of_birth", "0087-05-17"),
                    "cases.csv/2/date_of_birth", "The year cannot be right"),
            row("a code nearly right", f -> f.household("R", 5, "channel", "Phoned"), "cases.csv/2/channel",
                    "‘Phoned’ is not one of the codes. Did you mean ‘PHONE’?"),
            row("a code of another world", f -> f.household("R", 5, "channel", "carrier pigeon"),
                    "cases.csv/2/channel", "Use one of: DESK, PHONE"),
            row("neither yes nor no", f -> f.household("R", 5, "application_taken", "Y"),
                    "cases.csv/2/application_taken", "‘Y’ is neither yes nor no"),
            row("no last name", f -> f.household("R", 5, "last_name", ""), "cases.csv/2/last_name",
                    "The value is missing"),
            row("a postcode that is none", f -> f.household("R", 5, "postcode", "12345"), "cases.csv/2/postcode",
                    "Enter a full UK postcode"),
            row("a telephone number that is none", f -> f.household("R", 5, "phone", "ask her sister"),
                    "cases.csv/2/phone", "Enter a telephone number"),
            row("a National Insurance number that is none", f -> f.household("R", 5, "national_insurance_number",
                    "X"), "cases.csv/2/national_insurance_number", "National Insurance number in the correct format"),
            row("a flag that is none", f -> f.household("R", 5, "flags", "INTERPRETER|DANGEROUS"),
                    "cases.csv/2/flags", "‘DANGEROUS’ is not one of the codes"),
            row("a reason much too long", f -> f.household("R", 5, "reason", "x".repeat(2001)), "cases.csv/2/reason",
                    "The value is longer than 2000 characters. Shorten it"),
            row("one reference twice", f -> f.household("R", 5).household("r", 6), "cases.csv/3/previous_reference",
                    "The reference stands in line 2 too"),
            row("a duty of nobody", f -> f.household("Q", 5, "application_taken", "perhaps").duty("R", "RELIEF", 1),
                    "duties.csv/2/previous_reference", "No row of cases.csv has this reference"),
            row("two duties owed at once", f -> f.household("R", 90).duty("R", "PREVENTION", 80).duty("R", "RELIEF",
                    20), "duties.csv/2/ended_on", "Two duties are owed at once: prevention duty and relief duty"),
            row("a duty from before the approach", f -> f.household("R", 5).duty("R", "RELIEF", 6),
                    "duties.csv/2/started_on", "The duty starts before the household came"),
            row("a duty from before its Act", f -> f.household("R", 5000).duty("R", "RELIEF", 4000),
                    "duties.csv/2/started_on", "this rule has been law since 3 April 2018"),
            row("an end without its reason", f -> f.household("R", 90).duty("R", "RELIEF", 80, "ended_on",
                    "2027-01-20"), "duties.csv/2/end_reason", "needs both its last day and the reason"),
            row("an end before the beginning", f -> f.household("R", 90).ended("R", "RELIEF", 10, 20, "SECURED_6M"),
                    "duties.csv/2/ended_on", "The duty ends before it starts"),
            row("56 days that have not passed", f -> f.household("R", 90).ended("R", "RELIEF", 40, 2, "ELAPSED_56"),
                    "duties.csv/2/ended_on", "The 56 days had not passed: day 56 was 2027-02-16"),
            row("a reason that ends another duty", f -> f.household("R", 90).ended("R", "RELIEF", 80, 2,
                    "PART6_ACCEPTED"), "duties.csv/2/end_reason", "This reason cannot end the relief duty"),
            row("a main duty without its decision", f -> f.household("R", 90).duty("R", "MAIN", 10),
                    "duties.csv/2/duty", "The main housing duty has no decision"),
            row("a decision without its main duty", f -> f.household("R", 90).decision("R", "MAIN_DUTY", 10),
                    "decisions.csv/2/outcome", "The main duty was decided, but duties.csv does not have it"),
            row("homeless, and no relief duty", f -> f.household("R", 90).ended("R", "PREVENTION", 80, 2, "HOMELESS"),
                    "duties.csv/2/end_reason", "no relief duty followed"),
            row("relief for somebody not homeless", f -> f.household("R", 90, "homeless", "NO", "homeless_on",
                    "2027-01-20").duty("R", "RELIEF", 10), "cases.csv/2/homeless", "recorded as not homeless"),
            row("a finding without its day", f -> f.household("R", 90, "priority_need", "YES"),
                    "cases.csv/2/priority_need_on", "The finding has no day"),
            row("a case on which nothing is left to do", f -> f.household("R", 90).ended("R", "RELIEF", 80, 2,
                    "SECURED_6M"), "cases.csv/2/", "Nothing is left to do on this case"),
            row("plan steps without their days", f -> f.household("R", 90).duty("R", "RELIEF", 10).step("R"),
                    "cases.csv/2/plan_given_on", "The plan has steps but not both its days"),
            row("a step not agreed, without why", f -> f.household("R", 90, planned(TODAY, 5)).duty("R", "RELIEF", 10)
                    .step("R", "agreed", "no"), "plan-steps.csv/2/why_not_agreed", "needs the reason"),
            row("a second main applicant", f -> f.household("R", 90).person("R", "MAIN_APPLICANT", "Kim"),
                    "people.csv/2/relationship", "The main applicant stands in cases.csv"),
            row("a note from tomorrow", f -> f.household("R", 90).note("R", -1, "A. Former", "Called"),
                    "notes.csv/2/written_on", "The day lies in the future"),
            row("a review asked for too late, without why it was taken", f -> f.household("R", 90).review("R",
                    "DUTY_OWED", 60, 10), "reviews.csv/2/late_reasons", "after the 21 days of section 202(3)"),
            row("a review asked for before its decision", f -> f.household("R", 90).review("R", "DUTY_OWED", 10, 12),
                    "reviews.csv/2/requested_on", "before the decision was notified"),
            row("a longer time that nobody agreed to in writing", f -> f.household("R", 90).review("R", "DUTY_OWED",
                    10, 5, "extended_to", "2027-09-01"), "reviews.csv/2/extension_agreed_on",
                    "needs its last day and the day of the written agreement"),
            row("a review of a decision from before the Act", f -> f.household("R", 90).review("R", "DUTY_OWED", 13500,
                    5, "late_reasons", "They were ill"), "reviews.csv/2/decision_notified_on",
                    "this rule has been law since 20 January 1997"),
            row("a review asked for before its rule", f -> f.household("R", 5000).review("R", "DUTY_OWED", 4010, 4000,
                    "extended_to", "2027-09-01", "extension_agreed_on", "2027-01-01"), "reviews.csv/2/requested_on",
                    "this rule has been law since 3 April 2018"),
            row("a decision from before the Act", f -> f.household("R", 90).decision("R", "NOT_HOMELESS", 13500),
                    "decisions.csv/2/notified_on", "this rule has been law since 20 January 1997"),
            row("an approach from before the Act", f -> f.household("R", 13500), "cases.csv/2/opened_on",
                    "this rule has been law since 20 January 1997"),
            row("a decision from before the approach", f -> f.household("R", 20).decision("R", "NOT_HOMELESS", 30),
                    "decisions.csv/2/notified_on", "was notified before the household came"),
            row("intentional, and no duty of s190", f -> f.household("R", 90).ended("R", "RELIEF", 80, 20,
                    "ELAPSED_56").decision("R", "INTENTIONAL", 20), "decisions.csv/2/outcome",
                    "but duties.csv does not have it"),
            row("a referral that waits for its answer", f -> f.household("R", 90).ended("R", "RELIEF", 80, 20,
                    "ELAPSED_56").decision("R", "REFERRAL", 20), "decisions.csv/2/outcome",
                    "waits for the other council"),
            row("two reviews of one length", f -> f.household("R", 90).review("R", "DUTY_OWED", 10, 5)
                    .review("R", "SUITABILITY", 10, 5), "reviews.csv/3/matter", "Two reviews of the same length"),
            row("interim accommodation without an address", f -> f.household("R", 90, "interim_kind",
                    "HOSTEL_REFUGE"), "cases.csv/2/interim_address", "needs its address, its kind and its first day"),

            file("semicolons", text -> text.replace(",", ";"), "cases.csv/1/",
                    "The values are separated by semicolons, not by commas. Save the file as ‘CSV UTF-8"),
            file("tabs", text -> text.replace(",", "\t"), "cases.csv/1/", "The values are separated by tabs"),
            file("a heading nearly right", text -> text.replaceFirst("opened_on", "Opened on"), "cases.csv/1/",
                    "‘Opened on’ is not a heading of cases.csv. Did you mean ‘opened_on’?"),
            file("a heading of the attacker's", text -> text.replaceFirst("phone", "<script>alert(1)</script>"),
                    "cases.csv/1/", "‘<script>alert(1)</script>’ is not a heading"),
            file("a heading twice", text -> text.replaceFirst("email", "phone"), "cases.csv/1/",
                    "The heading ‘phone’ stands there twice"),
            file("a heading missing", text -> text.replaceFirst("reason,", "remarks,"), "cases.csv/1/",
                    "The heading ‘reason’ is missing"),
            file("quotation marks that do not match", text -> text + "\"R2,never closed", "cases.csv/1/",
                    "The quotation marks do not match"),
            file("a comma in a name", text -> text.replace("Jordan", "Jordan, the elder"), "cases.csv/2/",
                    "Put a value that contains a comma in double quotes"),
            file("nothing", text -> "", "cases.csv/1/", "The file is empty"),
            new Wrong("an Excel workbook", f -> f, b -> of(new byte[] {'P', 'K', 3, 4, 0, 0}), "cases.csv/1/",
                    "This is an Excel workbook or a zip file"),
            new Wrong("letters of Windows 1252", f -> f.household("R", 5, "first_names", "Zoë"), b -> of(new String(
                    b.get(Sheet.CASES), StandardCharsets.UTF_8).getBytes(Charset.forName("windows-1252"))),
                    "cases.csv/1/", "The file is not written in UTF-8"),
            new Wrong("no cases at all", f -> f.duty("R", "RELIEF", 1), b -> b, "cases.csv/1/",
                    "The file cases.csv is missing"),
            new Wrong("a byte that is no text", f -> f.household("R", 5, "first_names", "Jo\u0000rdan"), b -> b,
                    "cases.csv/2/first_names", "a character that is not text"),
            new Wrong("a file without end", f -> f, b -> of(new byte[SheetReader.LARGEST_FILE + 1]), "cases.csv/1/",
                    "The file is larger than 20 MB"));
    }

    private static Wrong row(String name, UnaryOperator<CaseloadFiles> rows, String where, String problem) {
        return new Wrong(name, rows, bytes -> bytes, where, problem);
    }

    private static Wrong file(String name, UnaryOperator<String> change, String where, String problem) {
        return new Wrong(name, f -> f.household("R", 5), bytes -> of(change.apply(new String(bytes.get(Sheet.CASES),
                StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)), where, problem);
    }

    private static Map<Sheet, byte[]> of(byte[] cases) {
        return new EnumMap<>(Map.of(Sheet.CASES, cases));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithASentenceAndNothingMoves(Wrong wrong) {
        Map<Sheet, byte[]> bytes = wrong.bytes().apply(wrong.rows().apply(files()).bytes());
        Map<String, String> before = held(jdbc);

        long id = checked(bytes);

        List<Remark> refused = caseloads.allRemarks(id).stream().filter(Remark::refused).toList();
        assertThat(refused).extracting(RefusedRowsTest::where).contains(wrong.where());
        assertThat(refused).filteredOn(each -> where(each).equals(wrong.where()))
                .anySatisfy(each -> assertThat(each.problem() + " " + each.remedy()).contains(wrong.problem()));
        if (caseloads.get(id).startable()) {
            finish(id);
        }
        assertThat(held(jdbc)).as("every table but the import's own and the audit").isEqualTo(before);
        assertThat(caseloads.report(id).totals()).allMatch(CaseloadImport.Total::reconciles);
        assertThat(caseloads.report(id).households().imported()).isZero();
    }

    private static String where(Remark remark) {
        return remark.sheet().fileName() + "/" + remark.line() + "/" + (remark.heading() == null ? ""
                : remark.heading());
    }

    /**
     * Count and fingerprint of every table of the service and of the engine, but for sessions and emergency accesses, which
     * end at their hour whatever is imported.
     */
    static Map<String, String> held(JdbcClient jdbc) {
        String question = jdbc.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in"
                        + " ('threshold', 'engine') and tablename not like 'caseload%' and tablename not like 'audit%'"
                        + " and tablename not in ('sign_in_session', 'case_access')")
                .query(String.class).list().stream().map(table -> "select '" + table + "' as name, count(*) || ' ' ||"
                        + " coalesce(sum(hashtextextended(t::text, 0)), 0) as held from " + table + " t")
                .collect(Collectors.joining(" union all "));
        Map<String, String> held = new TreeMap<>();
        jdbc.sql(question).query((row, n) -> held.put(row.getString(1), row.getString(2))).list();
        return held;
    }
}
