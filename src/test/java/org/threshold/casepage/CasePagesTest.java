package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.casepage.Desk.Answer;

/** The pages of a case over HTTP, as an officer of the north team uses them without JavaScript. */
class CasePagesTest extends IntegrationTest {

    private static final Pattern REFERENCE = Pattern.compile("TH-[0-9]{6,9}-[A-Z]");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private String name;

    @BeforeEach
    void signIn() {
        desk = Desk.signedIn(port, "officer");
        name = freshName();
    }

    @Test
    void anApproachIsJoinedToACaseOncePerFormHoweverOftenTheButtonIsPressed() {
        String reference = open("12", "3", "1990");
        String form = UUID.randomUUID().toString();
        String[] fields = {"formId", form, "do", "choose", "join", reference, "givenName", "Jordan", "familyName", name,
            "born-day", "12", "born-month", "3", "born-year", "1990", "reason", "Came to the desk again"};
        desk.get("/approaches/new");

        assertThat(desk.post("/approaches/new", fields).location()).endsWith("/cases/" + reference);
        assertThat(desk.post("/approaches/new", fields).location()).endsWith("/cases/" + reference);

        assertThat(jdbc.sql("select count(*) from timeline_entry where case_reference = ? and detail = ?")
                .params(reference, "Came to the desk again").query(Long.class).single()).isOne();
    }

    @Test
    void aFamilyGetsThroughWithNameBirthAndReasonAlone() {
        desk.get("/approaches/new");
        Answer taken = desk.post("/approaches/new", "formId", UUID.randomUUID().toString(), "people", "0",
                "do", "continue", "familyName", name, "bornNotKnown", "yes", "reason", "Asked to leave tonight");
        assertThat(taken.status()).isEqualTo(302);
        Answer page = desk.follow(taken);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("The approach was taken", name, "Asked to leave tonight", "Triage",
                "What is next", "Triage the approach", "nobody yet");
        assertThat(steps(reference(taken))).isOne();
    }

    @Test
    void thePageKeepsWhatWasTypedWhilePeopleAreAdded() {
        desk.get("/approaches/new");
        Answer one = desk.post("/approaches/new", "do", "add-person", "people", "0", "familyName", name,
                "reason", "Half typed", "flags", "INTERPRETER");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).contains("value=\"" + name + "\"", "Half typed", "name=\"person0-familyName\"");
        Answer two = desk.post("/approaches/new", "do", "add-person", "people", "1", "familyName", name,
                "reason", "Half typed", "person0-givenName", "Alex", "person0-relationship", "CHILD",
                "person0-born-day", "3");
        assertThat(two.body()).contains("value=\"Alex\"", "name=\"person1-familyName\"");
        Answer removed = desk.post("/approaches/new", "do", "remove-person-0", "people", "2", "familyName", name,
                "person0-givenName", "Alex", "person1-givenName", "Robin");
        assertThat(removed.body()).contains("value=\"Robin\"").doesNotContain("value=\"Alex\"", "name=\"person1-");
        assertThat(cases()).isZero();
    }

    @Test
    void theWholeHouseholdIsOnTheCase() {
        desk.get("/approaches/new");
        Answer taken = desk.post("/approaches/new", "do", "continue", "people", "3", "formId", UUID.randomUUID().toString(),
                "givenName", "Jordan", "familyName", name, "born-day", "12", "born-month", "March", "born-year", "1990",
                "reason", "Section 21 notice", "phone", "07700 900" + (100 + (int) (Math.random() * 899)),
                "language", "Polish", "method", "TEXT", "needs", "MENTAL_HEALTH", "needs", "BUDGETING",
                "flags", "RISK_FROM_OTHERS", "flags", "INTERPRETER", "channel", "PUBLIC_BODY_REFERRAL",
                "referredBy", "HOSPITAL", "previousReference", "HP/17",
                "person0-relationship", "CHILD", "person0-givenName", "Alex", "person0-born-day", "3",
                "person0-born-month", "5", "person0-born-year", "2019",
                "person2-relationship", "PARTNER", "person2-givenName", "Sam", "person2-familyName", "Sample");
        Answer chosen = taken.status() == 200 ? desk.post("/approaches/new", "do", "choose", "join", "new") : taken;
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(302);
        String people = desk.get("/cases/" + reference(chosen) + "/people").text();
        assertThat(people).contains("Jordan " + name, "12 March 1990", "Alex " + name, "3 May 2019", "Sam Sample",
                "Husband, wife, civil partner or partner", "Polish", "Text message", "Interpreter", "At risk from others",
                "History of mental health problems", "Difficulties budgeting");
        assertThat(desk.get("/cases/" + reference(chosen)).text()).contains("Do not disclose where they are", "HP/17",
                "Hospital");
    }

    @Test
    void oneFormOpensOneCaseHoweverOftenItIsSent() {
        desk.get("/approaches/new");
        String form = UUID.randomUUID().toString();
        String[] fields = {"formId", form, "do", "choose", "join", "new", "familyName", name, "bornNotKnown", "yes",
                "reason", "Pressed twice"};
        Answer first = desk.post("/approaches/new", fields);
        Answer second = desk.post("/approaches/new", fields);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(cases()).isOne();
    }

    @Test
    void aPossibleDuplicateIsShownAndCanBeJoined() {
        String reference = open("12", "3", "1990");
        Answer shown = approach("12", "3", "1990", "continue", "");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("Is there already a case?", reference, "Same last name and date of birth",
                "Nothing has been saved yet");
        Answer undecided = approach("12", "3", "1990", "choose", "");
        assertThat(undecided.text()).contains("Select one of these cases, or that this is a new case");
        assertThat(cases()).isOne();

        Answer joined = approach("12", "3", "1990", "choose", reference);
        assertThat(joined.location()).endsWith("/cases/" + reference);
        assertThat(desk.follow(joined).text()).contains("The contact was added to this case. It stands at: Triage",
                "Approached again: at the desk");
        assertThat(cases()).isOne();
        assertThat(approach("12", "3", "1990", "choose", "TH-999999-A").text()).contains("Select one of these cases");

        Answer back = approach("12", "3", "1990", "back", "");
        assertThat(back.body()).contains("value=\"" + name + "\"", "<h1 class=\"govuk-heading-l\">New approach</h1>");
    }

    @Test
    void aFinishedCaseThatIsJoinedSaysSo() {
        String reference = open("1", "2", "1980");
        desk.get("/cases/" + reference + "/withdrawal");
        Answer withdrawn = desk.post("/cases/" + reference + "/withdrawal", "reason", "Went home", "sure", "yes");
        assertThat(desk.follow(withdrawn).text()).contains("The withdrawal was recorded and the approach has ended");
        Answer joined = approach("1", "2", "1980", "choose", reference);
        assertThat(desk.follow(joined).text()).contains("Its approach has finished (Withdrawn)", "take a new approach");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            familyName   |                       | Enter a last name, or the only name they use
            reason       |                       | Enter why they came, in a few words
            born-day     |                       | Date of birth must include a day
            born-month   | 13                    | Date of birth must be a real date
            born-day     | 31                    | Date of birth must be a real date
            born-month   | Smarch                | Date of birth must be a real date
            born-year    | 90                    | Date of birth must have a year of 4 numbers
            born-year    | 2999                  | Date of birth must be today or in the past
            born-year    | 1850                  | Date of birth must be less than 120 years ago
            born-day     | -1                    | Date of birth must be a real date
            born-day     | ١                     | Date of birth must be a real date
            phone        | 12                    | Enter a telephone number
            email        | jordan                | Enter an email address in the correct format
            email        | <b>@x.y               | Enter an email address in the correct format
            postcode     | NOWHERE               | Enter a full UK postcode
            nationalInsurance | QQ123456C        | Enter a National Insurance number in the correct format
            channel      | PIGEON                | Select how they came to us
            channel      | PUBLIC_BODY_REFERRAL  | Select which public body referred them
            method       | TELEPATHY             | Select how they prefer to be contacted
            needs        | EVERYTHING            | Select support needs from the list
            flags        | SECRET                | Select alerts and access needs from the list
            team         | south                 | Select the team that will work on the case
            bornNotKnown | yes                   | Enter a date of birth or tick that it is not known, not both
            """)
    void aMistakeIsNamedBesideItsFieldAndNothingIsSaved(String key, String typed, String message) {
        desk.get("/approaches/new");
        Answer answer = desk.post("/approaches/new", with(key, typed == null ? "" : typed));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("There is a problem", message);
        assertThat(answer.body()).contains("<title>Error: New approach");
        assertThat(cases()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"familyName, 101, Last name must be 100 characters or fewer",
            "givenName, 101, First names must be 100 characters or fewer",
            "reason, 2001, Why they came must be 2000 characters or fewer",
            "address, 501, Address must be 500 characters or fewer",
            "email, 255, Email address must be 254 characters or fewer",
            "previousReference, 51, must be 50 characters or fewer",
            "phone, 5000, Enter a telephone number", "postcode, 5000, Enter a full UK postcode",
            "nationalInsurance, 5000, Enter a National Insurance number"})
    void whatIsTooLongIsRefusedInWords(String key, int length, String message) {
        desk.get("/approaches/new");
        Answer answer = desk.post("/approaches/new", with(key, "x".repeat(length)));
        assertThat(answer.text()).contains(message);
        assertThat(cases()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "reference", "person0-leftOn", "person0-", "class.module.classLoader",
            "person100-familyName", "opened_by"})
    void aFieldThatThePageDoesNotHaveIsRefused(String key) {
        desk.get("/approaches/new");
        String[] right = with("reason", "Right");
        String[] more = java.util.Arrays.copyOf(right, right.length + 2);
        more[right.length] = key;
        more[right.length + 1] = "x";
        Answer answer = desk.post("/approaches/new", more);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Nothing was changed");
        assertThat(cases()).isZero();
    }

    @Test
    void textIsTextAndNeverMarkup() {
        desk.get("/approaches/new");
        String script = "<script>alert(1)</script>\"'&";
        Answer taken = desk.post("/approaches/new", with("reason", script));
        String reference = reference(taken);
        desk.get("/cases/" + reference + "/notes");
        desk.post("/cases/" + reference + "/notes", "text", "<img src=x onerror=alert(2)> ${7*7} [[${7*7}]]");
        for (String path : new String[] {"", "/timeline", "/notes", "/people"}) {
            assertThat(desk.get("/cases/" + reference + path).body()).as(path)
                    .doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(desk.get("/cases/" + reference + "/notes").text()).contains("${7*7} [[${7*7}]]");
    }

    @Test
    void notesAreAddedAndCorrected() {
        String reference = open("1", "1", "1981");
        String notes = "/cases/" + reference + "/notes";
        desk.get(notes);
        assertThat(desk.post(notes, "text", " ").text()).contains("Enter a note");
        assertThat(desk.post(notes, "text", "x".repeat(10_001)).text()).contains("10000 characters or fewer");
        assertThat(desk.post(notes, "text", "x", "corrects", "1").status()).isEqualTo(400);
        Answer page = desk.follow(desk.post(notes, "text", "Rent is 500"));
        Matcher correct = Pattern.compile(notes + "/([0-9]+)/correct").matcher(page.body());
        assertThat(correct.find()).isTrue();
        assertThat(desk.get(correct.group()).text()).contains("The first note stays on the case", "Rent is 500");
        Answer after = desk.follow(desk.post(correct.group(), "text", "Rent is 550"));
        assertThat(after.text()).contains("Rent is 500", "Rent is 550", "Corrected", "Corrects an earlier note");
        String other = open("2", "1", "1981");
        assertThat(desk.post("/cases/" + other + "/notes/" + correct.group(1) + "/correct", "text", "x").status())
                .isEqualTo(404);
    }

    @Test
    void factsOnFileAreChangedAndTheChangeIsOnTheTimeline() {
        String reference = open("1", "1", "1982");
        String base = "/cases/" + reference;
        assertThat(desk.get(base + "/contact").body()).contains("value=\"English\"");
        assertThat(desk.post(base + "/contact", "version", "1", "phone", "nonsense").text())
                .contains("Enter a telephone number");
        assertThat(desk.post(base + "/contact", "version", "1", "phone", "07700 900123", "language", "Urdu").status())
                .isEqualTo(302);
        Answer late = desk.post(base + "/needs", "version", "1", "needs", "BUDGETING");
        assertThat(late.text()).contains("Someone else changed this case while you were typing");
        assertThat(desk.post(base + "/needs", "version", "2", "needs", "BUDGETING").status()).isEqualTo(302);
        assertThat(desk.post(base + "/flags", "version", "3", "flags", "RISK_TO_STAFF", "why", "Shouted").status())
                .isEqualTo(302);
        assertThat(desk.get(base).text()).contains("Do not see alone", "Urdu", "07700 900123");
        assertThat(desk.get(base + "/timeline?kind=system").text()).contains("Phone: 07700 900123 (was not known)",
                "Added: Difficulties budgeting", "Reason: Shouted").doesNotContain("Approach made");
        assertThat(jdbc.sql("select flags[1] from worklist_step where case_reference = :case limit 1")
                .param("case", reference).query(String.class).single()).isEqualTo("Risk to staff");
    }

    @Test
    void peopleAreAddedChangedAndLeave() {
        String reference = open("1", "1", "1983");
        String people = "/cases/" + reference + "/people";
        desk.get(people + "/new");
        assertThat(desk.post(people + "/new", "givenName", "Alex").text()).contains("Enter a last name",
                "Select who this person is");
        assertThat(desk.post(people + "/new", "familyName", "X", "relationship", "MAIN_APPLICANT").text())
                .contains("Select who this person is");
        Answer added = desk.follow(desk.post(people + "/new", "givenName", "Alex", "familyName", "Sample",
                "relationship", "CHILD", "born-day", "3", "born-month", "5", "born-year", "2019"));
        Matcher last = Pattern.compile(people + "/([0-9]+)\"").matcher(added.body());
        String member = null;
        while (last.find()) {
            member = people + "/" + last.group(1);
        }
        assertThat(desk.get(member).body()).contains("value=\"Alex\"", "value=\"2019\"");
        assertThat(desk.follow(desk.post(member, "version", "1", "givenName", "Alexa", "familyName", "Sample",
                "relationship", "CHILD")).text()).contains("The details of Alexa Sample were saved");
        assertThat(desk.post(member, "version", "1", "givenName", "Alexb", "familyName", "Sample",
                "relationship", "CHILD").text()).contains("Someone else changed this person");
        assertThat(desk.post(member + "/left", "version", "2", "left-day", "1", "left-month", "1", "left-year", "2999")
                .text()).contains("must be today or in the past");
        assertThat(desk.post(member + "/left", "version", "2").text()).contains("Enter the day they left");
        assertThat(desk.follow(desk.post(member + "/left", "version", "2", "left-day", "1", "left-month", "1",
                "left-year", "2026")).text()).contains("Alexa Sample is no longer in the household", "left 1 January 2026");
        assertThat(desk.get(people + "/999999999").status()).isEqualTo(404);
    }

    @Test
    void theCaseShowsItsClockItsStepAndWhereItIs() {
        String reference = open("1", "1", "1984");
        Answer page = desk.get("/cases/" + reference);
        assertThat(page.text()).contains("Statutory clocks", "The council’s", "Inquiries", "Where the case is", "Now here",
                "Not reached");
        assertThat(page.body()).contains("data-diagram=\"/cases/" + reference + "/diagram/0.bpmn\"",
                "data-diagram=\"/cases/" + reference + "/diagram/1.bpmn\"", "data-current=\"task_triageApproach\"");
        Answer diagram = desk.get("/cases/" + reference + "/diagram/1.bpmn");
        assertThat(diagram.status()).isEqualTo(200);
        assertThat(diagram.body()).contains("<bpmn:definitions", "task_triageApproach");
        assertThat(desk.get("/cases/" + reference + "/diagram/99.bpmn").status()).isEqualTo(404);
        assertThat(desk.get("/cases/" + reference + "/letters").text()).contains("No letter has been issued");
        assertThat(desk.get("/cases/" + reference + "/duties").text()).contains("No duty has been accepted",
                "In priority need", "Nothing recorded", "No decision has been drafted", "No plan has been made");
        assertThat(desk.get("/cases/" + reference + "/answers").text()).contains("No step has been completed yet");
    }

    @Test
    void withdrawalNeedsReasonAndConfirmation() {
        String reference = open("1", "1", "1985");
        String withdrawal = "/cases/" + reference + "/withdrawal";
        desk.get(withdrawal);
        assertThat(desk.post(withdrawal).text()).contains("Enter what they said", "Tick that the applicant themselves");
        assertThat(steps(reference)).isOne();
        Answer withdrawn = desk.post(withdrawal, "reason", "Went home", "sure", "yes");
        assertThat(steps(reference)).isZero();
        assertThat(desk.follow(withdrawn).text()).contains("The approach has finished");
        assertThat(desk.get(withdrawal).text()).contains("already finished");
        assertThat(desk.follow(desk.post(withdrawal, "reason", "Again", "sure", "yes")).text())
                .contains("Nothing was recorded");
    }

    @Test
    void backInTouchIsRecordedEvenWhenTheCaseDoesNotWait() {
        String reference = open("1", "1", "1986");
        String path = "/cases/" + reference + "/back-in-touch";
        desk.get(path);
        assertThat(desk.post(path, "what", "").text()).contains("Enter what they said");
        assertThat(desk.follow(desk.post(path, "what", "Has a new number")).text())
                .contains("The approach was not waiting for them", "Has a new number");
    }

    @Test
    void searchingPutsNoPersonalDataIntoAnAddress() {
        String reference = open("5", "6", "1977");
        desk.get("/cases");
        Answer found = desk.post("/cases", "q", name + " 5/6/1977");
        assertThat(found.location()).matches(".*/cases\\?search=[0-9a-f-]{36}").doesNotContain(name);
        assertThat(desk.follow(found).text()).contains("1 case found", reference, "5 June 1977");
        assertThat(desk.post("/cases", "q", reference.toLowerCase().replace("-", " ")).location())
                .endsWith("/cases/" + reference);
        assertThat(Desk.signedIn(port, "officer2").get(found.location().replaceAll("^http://[^/]+", "")).text())
                .contains("That search is no longer kept").doesNotContain(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                            | Enter a case reference, name
            31/02/1990      | Enter a real date of birth
            ?!              | Enter letters or numbers to search for
            TH-100001-Q     | mistyped
            """)
    void aSearchThatCannotBeUnderstoodIsExplained(String typed, String message) {
        desk.get("/cases");
        Answer answer = desk.post("/cases", "q", typed == null ? "" : typed);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("There is a problem", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/TH-100001-Q", "/cases/nothing", "/cases/TH-999999996-A/notes",
            "/cases/..%2f..%2fetc", "/cases/%00", "/cases/TH-100001-E;x=1"})
    void anAddressOfNoCaseIsNotFound(String path) {
        assertThat(desk.get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"designer", "analyst", "admin"})
    void onlyCaseworkersSeeCases(String username) {
        String reference = open("7", "7", "1987");
        Desk other = Desk.signedIn(port, username);
        for (String path : new String[] {"/approaches/new", "/cases", "/cases/" + reference,
                "/cases/" + reference + "/notes", "/cases/" + reference + "/timeline", "/cases/" + reference + "/people",
                "/cases/" + reference + "/letters", "/cases/" + reference + "/answers", "/cases/" + reference + "/contact",
                "/cases/" + reference + "/diagram/0.bpmn"}) {
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
        }
        other.get("/clocks/calculator");
        assertThat(other.post("/cases/" + reference + "/notes", "text", "x").status()).isEqualTo(403);
        assertThat(other.post("/approaches/new", with("reason", "x")).status()).isEqualTo(403);
    }

    @Test
    void nobodyPostsWithoutTheirOwnToken() {
        String reference = open("8", "8", "1988");
        assertThat(desk.postRaw("/cases/" + reference + "/notes", "text=forged").status()).isEqualTo(403);
        assertThat(desk.postRaw("/approaches/new", "familyName=" + name).status()).isEqualTo(403);
        assertThat(Desk.signedOut(port).get("/cases/" + reference).status()).isEqualTo(302);
        assertThat(desk.get("/cases/" + reference + "/notes").text()).doesNotContain("forged");
    }

    private String open(String day, String month, String year) {
        desk.get("/approaches/new");
        Answer taken = approach(day, month, year, "choose", "new");
        desk.follow(taken);
        return reference(taken);
    }

    private Answer approach(String day, String month, String year, String button, String join) {
        desk.get("/approaches/new");
        return desk.post("/approaches/new", "formId", UUID.randomUUID().toString(), "do", button, "join", join,
                "givenName", "Jordan", "familyName", name, "born-day", day, "born-month", month, "born-year", year,
                "reason", "Asked to leave by family");
    }

    /** A right form with one field changed or added. */
    private String[] with(String key, String value) {
        java.util.Map<String, String> fields = new java.util.LinkedHashMap<>();
        fields.put("formId", UUID.randomUUID().toString());
        fields.put("do", "continue");
        fields.put("people", "0");
        fields.put("familyName", name);
        fields.put("born-day", "12");
        fields.put("born-month", "2");
        fields.put("born-year", "1990");
        fields.put("reason", "Asked to leave");
        fields.put(key, value);
        return fields.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private long cases() {
        return jdbc.sql("select count(*) from household_member where family_name = :name and main_applicant")
                .param("name", name).query(Long.class).single();
    }

    private long steps(String reference) {
        return jdbc.sql("select count(*) from worklist_step where case_reference = :case")
                .param("case", reference).query(Long.class).single();
    }

    private static String reference(Answer redirect) {
        Matcher found = REFERENCE.matcher(redirect.location());
        assertThat(found.find()).as(redirect.status() + " " + redirect.text()).isTrue();
        return found.group();
    }

    private static String freshName() {
        StringBuilder fresh = new StringBuilder("Example");
        UUID.randomUUID().toString().chars().filter(Character::isLetterOrDigit).limit(12)
                .forEach(c -> fresh.append((char) ('a' + Character.digit(c, 16))));
        return fresh.toString();
    }
}
