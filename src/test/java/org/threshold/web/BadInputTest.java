package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.web.Caller.Reply;

/**
 * What people send by mistake and what attackers send on purpose, over real HTTP. Each gets its status and a sentence
 * that a person understands, and changes nothing: every table holds after it what it held before.
 */
class BadInputTest extends IntegrationTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    /** What was typed into a step that is gone or another's is kept for the officer who typed it, and nothing else. */
    private static final Set<String> DRAFTS = Set.of("threshold.step_draft");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    private Unmoved attempts;
    private AllTables tables;
    private Caller officer;
    private Caller officer2;
    private Caller analyst;
    private Caller admin;
    private String reference;
    private String mine;
    private String finished;
    private String seniors;
    private String south;

    @BeforeEach
    void takeApproaches() {
        tables = new AllTables(jdbc);
        officer = Caller.signedIn(port, "officer");
        officer2 = Caller.signedIn(port, "officer2");
        analyst = Caller.signedIn(port, "analyst");
        admin = Caller.signedIn(port, "admin");
        Caller senior = Caller.signedIn(port, "senior");
        reference = approach(officer);
        mine = claimed(officer, reference);
        finished = claimed(officer, approach(officer));
        assertThat(officer.post("/steps/" + finished, triage()).status()).isEqualTo(302);
        seniors = claimed(senior, approach(officer));
        south = claimed(officer2, approach(officer2));
    }

    private static String approach(Caller caller) {
        caller.get("/approaches/new");
        Reply taken = caller.post("/approaches/new", "formId", UUID.randomUUID().toString(), "people", "0", "do",
                "continue", "familyName", "Bad" + UUID.randomUUID().toString().replaceAll("[^a-f]", ""),
                "bornNotKnown", "yes", "reason", "Asked to leave");
        assertThat(taken.status()).as(taken.text()).isEqualTo(302);
        return taken.location().replaceAll(".*(TH-[0-9]+-[A-Z]).*", "$1");
    }

    private String claimed(Caller caller, String caseReference) {
        String step = jdbc.sql("select step_id from worklist_step where case_reference = ?").param(caseReference)
                .query(String.class).single();
        assertThat(caller.post("/steps/" + step + "/claim").status()).isEqualTo(302);
        return step;
    }

    /** A right and complete triage, with pairs that replace or add to it. */
    private static String[] triage(String... changes) {
        List<String> pairs = new ArrayList<>(List.of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no",
                "homelessTonight", "yes", "reasonToBelieve", "yes", "interimDue", "no", "interimNotDueBecause",
                "PRIORITY_NEED", "whyNoInterim", "A single adult without any vulnerability"));
        for (int at = 0; at < changes.length; at += 2) {
            int known = pairs.indexOf(changes[at]);
            if (known >= 0 && known % 2 == 0) {
                pairs.set(known + 1, changes[at + 1]);
            } else {
                pairs.addAll(List.of(changes[at], changes[at + 1]));
            }
        }
        return pairs.toArray(String[]::new);
    }

    @TestFactory
    List<DynamicTest> nothingWrongIsTaken() {
        Map<String, Runnable> groups = new LinkedHashMap<>();
        groups.put("answersThatAreWrong", this::answersThatAreWrong);
        groups.put("namesThatWereNotAsked", this::namesThatWereNotAsked);
        groups.put("textThatIsBroken", this::textThatIsBroken);
        groups.put("stepsThatAreNotTheirs", this::stepsThatAreNotTheirs);
        groups.put("bodiesThatAreNoForm", this::bodiesThatAreNoForm);
        groups.put("pathsAndMethods", this::pathsAndMethods);
        groups.put("sessionsAndTokens", this::sessionsAndTokens);
        groups.put("otherPages", this::otherPages);
        groups.put("waysOutOfACase", this::waysOutOfACase);
        groups.put("theApi", this::theApi);
        return groups.entrySet().stream().map(group -> DynamicTest.dynamicTest(group.getKey(), () -> {
            attempts = new Unmoved(tables, DRAFTS);
            group.getValue().run();
            attempts.make();
        })).toList();
    }

    private void answersThatAreWrong() {
        step("nothing at all", 422, "Select an answer to ‘Will they have nowhere safe to stay tonight?’");
        step("one answer missing", 422, "There is a problem", without("hateCrime"));
        step("an answer of spaces", 422, "There is a problem", triage("whyNoInterim", "  \t "));
        step("an answer longer than allowed", 422, "must be 2,000 characters or fewer",
                triage("whyNoInterim", "x".repeat(2001)));
        step("a choice that is not offered", 400, "Select one of the choices", triage("hateCrime", "maybe"));
        step("a choice of another case", 400, "Select one of the choices", triage("interimNotDueBecause", "BLUE"));
        step("a choice with SQL in it", 400, "Select one of the choices", triage("hateCrime", "no' or '1'='1"));
        step("a choice with an expression in it", 400, "Select one of the choices",
                triage("hateCrime", "${runtimeService}"));
        step("two answers to one question", 400, "was sent more than once",
                plus(triage(), "domesticAbuse", "yes"));
        step("a hidden question answered", 422, "does not apply with your other answers",
                triage("whyNoReasonToBelieve", "Because"));
        step("a hidden date answered", 422, "does not apply with your other answers",
                triage("diaryDate.day", "1", "diaryDate.month", "1", "diaryDate.year", "2030"));
        step("a date that does not exist", 422, "must be a real date", later("31", "2", "2030"));
        step("a date in words", 422, "must be a real date", later("first", "June", "2030"));
        step("a year of two digits", 422, "year of 4 digits", later("1", "6", "30"));
        step("a year beyond reason", 422, "year of 4 digits", later("1", "6", "9999"));
        step("a month missing", 422, "must include a month", later("1", "", "2030"));
        step("a date of digits that are not ours", 422, "must be a real date", later("١", "٦", "2030"));
        step("nowhere tonight and yet no reason to believe", 422, "so there is reason to believe",
                "domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no", "homelessTonight", "yes",
                "reasonToBelieve", "no", "whyNoReasonToBelieve", "None");
    }

    private void namesThatWereNotAsked() {
        for (String name : List.of("role", "owner", "stepId", "caseReference", "_method", "__proto__", "lane",
                "class.module.classLoader.resources", "domesticAbuse[0]", "domesticAbuse.day", "DOMESTICABUSE",
                "<script>alert(1)</script>", "variables['lane']", "_seen[0]")) {
            step("the name ‘" + name + "’", 400, "This form does not ask for", plus(triage(), name, "EMERGENCY"));
        }
        step("six thousand names", 413, "too large", thousands());
        step("a name that is nothing", 400, "could not be understood", plus(triage(), "", "EMERGENCY"));
    }

    private void textThatIsBroken() {
        step("a null byte", 400, "characters that cannot be read", triage("whyNoInterim", "a\0b"));
        step("an escape sequence", 400, "characters that cannot be read", triage("whyNoInterim", "a\u001B[31mb"));
        stepBody("bytes that are not UTF-8", 400, "characters that cannot be read",
                Caller.form(triage("triageNotes", "")) .replace("triageNotes=", "triageNotes=%C3%28%FF%FE"));
        stepBody("half of a character", 400, "characters that cannot be read",
                Caller.form(triage("triageNotes", "")).replace("triageNotes=", "triageNotes=%F0%9F%98"));
        stepBody("an overlong slash", 400, "characters that cannot be read",
                Caller.form(triage("triageNotes", "")).replace("triageNotes=", "triageNotes=%C0%AF"));
        stepBody("a broken escape", 400, "could not be understood", Caller.form(triage()) + "&triageNotes=%ZZ");
        step("script in a text that is too long", 422, "must be 2,000 characters or fewer",
                triage("triageNotes", "<script>alert(1)</script>".repeat(100)));
        step("a template expression in a text that is too long", 422, "must be 2,000 characters or fewer",
                triage("triageNotes", "[[${7*7}]] #{7*7} *{7*7} ~{::x} ".repeat(100)));
    }

    private void stepsThatAreNotTheirs() {
        attempt("another officer's step", 409, "has held", () -> officer.post("/steps/" + seniors, triage()));
        attempt("a step of another team", 403, "You cannot", () -> officer.post("/steps/" + south, triage()));
        attempt("a step without the role for casework", 403, "You cannot",
                () -> analyst.post("/steps/" + mine, triage()));
        attempt("a step that is finished", 409, "completed",
                () -> officer.post("/steps/" + finished, triage()));
        attempt("the same answers sent again", 409, "completed",
                () -> officer.post("/steps/" + finished, triage()));
        attempt("wrong answers to a finished step", 409, "completed",
                () -> officer.post("/steps/" + finished, "domesticAbuse", "maybe"));
        attempt("a step that never was", 409, "step",
                () -> officer.post("/steps/" + UUID.randomUUID(), triage()));
        attempt("claiming another officer's step", 409, "has held",
                () -> officer.post("/steps/" + seniors + "/claim"));
        attempt("claiming a step of another team", 403, "You cannot",
                () -> officer.post("/steps/" + south + "/claim"));
        attempt("giving back another officer's step", 403, "Only the officer who holds it",
                () -> officer.post("/steps/" + seniors + "/release"));
        attempt("handing over to nobody", 422, "Select who the step goes to",
                () -> officer.post("/steps/" + mine + "/hand-over", "to", "", "note", ""));
        attempt("handing over to someone who does not exist", 422, "There is a problem",
                () -> officer.post("/steps/" + mine + "/hand-over", "to", "person:nobody", "note", ""));
        attempt("putting on hold without a reason", 422, "Select why the step is on hold",
                () -> officer.post("/steps/" + mine + "/hold", "reason", "BORED"));
        attempt("putting on hold until yesterday", 422, "must be after today",
                () -> officer.post("/steps/" + mine + "/hold", "reason", "WAITING", "day", "1", "month", "1", "year",
                        "2020"));
    }

    private void bodiesThatAreNoForm() {
        attempt("a body of two megabytes", 413, "too large", () -> officer.post("/steps/" + mine,
                triage("triageNotes", "x".repeat(2_000_000))));
        attempt("JSON instead of a form", 403, "You cannot do this",
                () -> officer.send("POST", "/steps/" + mine,
                "application/json", "{\"lane\": \"EMERGENCY\"}".getBytes(StandardCharsets.UTF_8)));
        attempt("JSON with the token in its header", 422, "Select an answer",
                () -> officer.send("POST", "/steps/" + mine,
                "application/json", "{\"lane\": \"EMERGENCY\"}".getBytes(StandardCharsets.UTF_8), "X-CSRF-TOKEN",
                officer.token()));
        attempt("a file", 403, "You cannot do this", () -> officer.send("POST", "/steps/" + mine,
                "multipart/form-data; boundary=x", ("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\""
                        + "../../evil.sh\"\r\n\r\nrm\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8)));
        attempt("XML with an entity", 403, "You cannot do this",
                () -> officer.send("POST", "/steps/" + mine, "text/xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>".getBytes(StandardCharsets.UTF_8)));
    }

    private void pathsAndMethods() {
        for (String path : List.of("/steps/..%2f..%2fetc%2fpasswd", "/steps/%00", "/steps/x;jsessionid=1",
                "/assets/..%5c..%5capplication.yml", "/assets/%2e%2e/%2e%2e/application.yml", "/steps//x")) {
            attempt("the path " + path, 400, "could not be understood", () -> officer.get(path));
        }
        attempt("a case that is no reference", 404, "There is nothing at this address",
                () -> officer.get("/cases/TH-1-X"));
        attempt("a case with a mistyped check character", 404, "There is nothing at this address",
                () -> officer.get("/cases/"
                + reference.substring(0, reference.length() - 1) + (reference.endsWith("A") ? "B" : "A")));
        attempt("a page that is not there", 404, "There is nothing at this address",
                () -> officer.get("/wp-admin.php"));
        attempt("the engine's own interface", 404, "There is nothing at this address",
                () -> officer.get("/engine-rest/task"));
        attempt("deleting a step", 405, "Nothing was changed", () -> officer.send("DELETE",
                "/steps/" + mine, FORM, new byte[0], "X-CSRF-TOKEN", officer.token()));
        attempt("a number that is none in an address", 400, "could not be understood",
                () -> officer.post("/work/searches/abc/delete"));
    }

    private void sessionsAndTokens() {
        attempt("an expired session", 302, "You were signed out", () -> Caller.signedIn(port, "officer")
                .whoseSessionExpired().post("/steps/" + mine, triage()));
        attempt("no session at all", 302, "Sign in", () -> Caller.stranger(port)
                .post("/steps/" + mine, triage()));
        attempt("no token", 403, "You cannot do this",
                () -> officer.postForm("/steps/" + mine, Caller.form(triage())));
        attempt("somebody else's token", 403, "You cannot do this", () -> officer.postForm("/steps/" + mine,
                Caller.form(triage()) + "&_csrf=" + officer2.token()));
        attempt("a made-up token", 403, "You cannot do this", () -> officer.postForm("/steps/" + mine,
                Caller.form(triage()) + "&_csrf=0000"));
    }

    private void waysOutOfACase() {
        String base = "/cases/" + reference;
        attempt("an attempt of tomorrow", 200, "today or in the past",
                () -> officer.post(base + "/attempts", "way", "PHONE", "on-day", "1", "on-month", "1", "on-year", "2099",
                        "reached", "no", "what", "No answer"));
        attempt("an attempt in no way", 200, "Select how you tried",
                () -> officer.post(base + "/attempts", "way", "PIGEON", "reached", "maybe", "what", ""));
        attempt("an attempt that was theirs", 200, "Select how you tried",
                () -> officer.post(base + "/attempts", "way", "THEY_CAME", "on-day", "1", "on-month", "1", "on-year",
                        "2026", "reached", "yes", "what", "Came"));
        attempt("lost contact without attempts", 200, "Record further attempts",
                () -> officer.post(base + "/lost-contact", "reasons", "No answer", "safe", "yes"));
        attempt("a death nobody made sure of", 200, "Tick that you have made sure",
                () -> officer.post(base + "/death", "toldBy", "Somebody", "how", "Heard it"));
        attempt("a death on the last of February 30", 200, "must be a real date",
                () -> officer.post(base + "/death", "told-day", "30", "told-month", "2", "told-year", "2026", "toldBy",
                        "Somebody", "how", "Heard it", "sure", "yes"));
        attempt("a death with a field of our own", 400, "Something in what was sent could not be understood",
                () -> officer.post(base + "/death", "status", "DECEASED"));
        attempt("an error called by an officer", 403, "You cannot end a case as created in error",
                () -> officer.post(base + "/created-in-error", "reason", "I do not want it"));
        attempt("a case taken up by an officer", 403, "You cannot take up a finished case again",
                () -> officer.post(base + "/reopen", "stage", "TRIAGE", "reason", "I want it"));
        attempt("a merge by an officer", 403, "You cannot merge two cases",
                () -> officer.post(base + "/merge", "other", reference, "reason", "Same"));
        attempt("a new application while the approach runs", 200, "has not finished",
                () -> officer.post(base + "/new-application", "facts", "NEW", "reasons", "Again"));
        attempt("an applicant of another household", 200, "Select who applies now",
                () -> officer.post(base + "/new-application", "facts", "NEW", "applicant", "999999999", "reasons", "Again"));
        attempt("belongings without a danger", 200, "Enter what may be lost or damaged",
                () -> officer.post(base + "/belongings/begin", "danger", " ", "whyUnable", "x", "what", "y"));
        attempt("the end of belongings that nobody keeps", 200, "No belongings are protected",
                () -> officer.post(base + "/belongings/end", "end", "COLLECTED", "words", "Gone"));
        attempt("a way to a home without a duty", 200, "Neither is", () -> officer.post(base + "/move-on/start"));
        attempt("a barrier of nothing", 200, "Select what stands in the way",
                () -> officer.post(base + "/move-on/barriers", "kind", "DRAGON", "owner", "officer:nobody", "words", ""));
        attempt("a barrier with a field of our own", 400, "Something in what was sent could not be understood",
                () -> officer.post(base + "/move-on/barriers", "resolvedOn", "2026-01-01"));
        attempt("a barrier that is not there", 404, "", () -> officer.post(base + "/move-on/barriers/999999", "how", "Gone"));
        attempt("a bid without a home", 200, "Enter which home the bid is for",
                () -> officer.post(base + "/move-on/bids", "property", " "));
        attempt("the result of a bid that is not there", 404, "",
                () -> officer.post(base + "/move-on/bids/999999", "result", "OFFERED"));
        attempt("a route to nowhere", 200, "Select the route",
                () -> officer.post(base + "/move-on/route", "route", "TELEPORT", "why", "x".repeat(2000)));
        attempt("a barrier recorded by an analyst", 403, "You cannot work on cases",
                () -> analyst.post(base + "/move-on/barriers", "kind", "OTHER"));
        attempt("a night of which nothing is said", 200, "Say where they sleep tonight",
                () -> officer.post("/out-of-hours", "formId", UUID.randomUUID().toString()));
        attempt("a household that is unsafe and sent away", 200, "They are not safe tonight",
                () -> officer.post("/out-of-hours", "formId", UUID.randomUUID().toString(), "familyName", "X", "safe",
                        "no", "abuse", "no", "hate", "no", "what", "Out in the rain", "where", "NOT_DUE", "whyNot",
                        "No room"));
        attempt("a night recorded by an analyst", 403, "You cannot take an approach",
                () -> analyst.post("/out-of-hours", "familyName", "X"));
    }

    private void otherPages() {
        attempt("an approach without a name or a reason", 200, "There is a problem",
                () -> officer.post("/approaches/new", "do", "continue", "people", "0", "formId",
                        UUID.randomUUID().toString()));
        attempt("an approach by someone who may not take one", 403, "You cannot",
                () -> analyst.post("/approaches/new", "do", "continue", "people", "0", "familyName", "X",
                        "reason", "Y"));
        attempt("a note of nothing", 200, "Enter a note",
                () -> officer.post("/cases/" + reference + "/notes", "text", "   "));
        attempt("a warning on a case without a duty", 200, "Nobody can be warned",
                () -> officer.post("/cases/" + reference + "/refusal", "steps", "0", "whyDeliberate", "x",
                        "whyUnreasonable", "x", "circumstances", "x", "givenHow", "POST", "respondBy-day", "1",
                        "respondBy-month", "1", "respondBy-year", "2099"));
        attempt("a warning with a field that was not asked", 400, "could not be understood",
                () -> officer.post("/cases/" + reference + "/refusal", "warnedOn", "2020-01-01"));
        attempt("a warning by someone without casework", 403, "You cannot",
                () -> analyst.post("/cases/" + reference + "/refusal", "whyDeliberate", "x"));
        attempt("a step taken on a case without a warning", 200, "No warning about co-operation is open",
                () -> officer.post("/cases/" + reference + "/step-taken", "what", "Rang"));
        attempt("more time where no opportunity runs", 200, "No reasonable opportunity",
                () -> officer.post("/cases/" + reference + "/more-time", "until-day", "1", "until-month", "1",
                        "until-year", "2099", "reasons", "x"));
        attempt("more time by someone without casework", 403, "You cannot",
                () -> analyst.post("/cases/" + reference + "/more-time", "reasons", "x"));
        localConnection("a referral for no reason", 200, "Enter why another council should help", "why", "  ");
        localConnection("a referral while no relief duty runs", 200, "while the relief duty runs", "why", "Family");
        localConnection("a referral with a reason too long", 200, "characters or fewer", "why", "x".repeat(1001));
        localConnection("a referral with a council that was not asked for", 400, "could not be understood", "why",
                "Family", "council", "1");
        attempt("a referral by someone who may not work cases", 403, "You cannot",
                () -> analyst.post("/cases/" + reference + "/local-connection", "why", "Family"));
        circumstances("a change of nothing", 200, "Select what has changed");
        circumstances("a change of a kind that is not offered", 200, "There is a problem", "kinds", "LOTTERY",
                "what", "x", "toldBy", "y", "on-day", "1", "on-month", "6", "on-year", "2026");
        circumstances("a change on a day that does not exist", 200, "must be a real date", "kinds", "HEALTH", "what",
                "x", "toldBy", "y", "on-day", "31", "on-month", "2", "on-year", "2026");
        circumstances("a change that has not happened yet", 200, "today or in the past", "kinds", "HEALTH", "what",
                "x", "toldBy", "y", "on-day", "1", "on-month", "6", "on-year", "2040");
        circumstances("a change from long before", 200, "within the last two years", "kinds", "HEALTH", "what", "x",
                "toldBy", "y", "on-day", "1", "on-month", "6", "on-year", "1999");
        circumstances("a change with a field that was not asked for", 400, "could not be understood", "kinds", "HEALTH",
                "finding", "YES");
        attempt("a review of nothing that was notified", 200, "Select the decision",
                () -> officer.post("/cases/" + reference + "/reviews", "what", "I want a review"));
        attempt("a review with a field that was not asked", 400, "could not be understood",
                () -> officer.post("/cases/" + reference + "/reviews", "outcome", "OVERTURNED"));
        attempt("a caseload by an officer", 403, "You cannot",
                () -> officer.post("/administration/caseload/1/start"));
        attempt("a caseload that is not there", 404, "There is nothing at this address",
                () -> admin.post("/administration/caseload/999999/start"));
        attempt("a caseload of no number", 400, "could not be understood",
                () -> admin.get("/administration/caseload/..;"));
        attempt("a caseload without a file", 200, "Choose at least the file cases.csv",
                () -> admin.post("/administration/caseload", "dates", "ISO"));
        attempt("a calendar change by an officer", 403, "You cannot",
                () -> officer.post("/administration/calendar", "day.day", "9", "day.month", "6", "day.year", "2027",
                        "reason", "Holiday", "change", "close"));
        attempt("a closure on a Sunday", 422, "must be a working day",
                () -> admin.post("/administration/calendar", "day", "2027-06-13", "reason", "X", "change", "close"));
        attempt("a closure in a year that is not known", 422, "must be in the years",
                () -> admin.post("/administration/calendar", "day", "2040-06-13", "reason", "X", "change", "close"));
        attempt("a closure without a reason", 422, "Enter a reason",
                () -> admin.post("/administration/calendar", "day", "2027-06-09", "reason", "", "change", "close"));
        attempt("a calendar day that is none", 400, "could not be understood",
                () -> admin.post("/administration/calendar/remove", "day", "yesterday"));
        attempt("the calculator with an unknown clock", 422, "Select a clock",
                () -> officer.get("/clocks/calculator?kind=LUNCH&trigger=2026-06-01"));
        attempt("the calculator with a day that is none", 422, "must be a real date",
                () -> officer.get("/clocks/calculator?kind=RELIEF_DUTY&trigger=2026-02-30"));
        attempt("the calculator before the law", 422, "law since 3 April 2018",
                () -> officer.get("/clocks/calculator?kind=RELIEF_DUTY&trigger=2017-01-01"));
        attempt("the calculator beyond the calendar", 422, "not known to Threshold",
                () -> officer.get("/clocks/calculator?kind=MAIN_DUTY_DECISION_EXTENDED&trigger=2031-01-01"));
        attempt("moving the service's date as an officer", 403, "You cannot do this",
                () -> officer.post("/demonstration/date", "days", "60"));
        attempt("a quarter that is none", 404, "nothing at this address",
                () -> manager().post("/h-clic/quarters/2026-Q5/csv"));
        attempt("taking the return as an officer", 403, "You cannot take the quarterly return",
                () -> officer.post("/h-clic/quarters/2026-Q1/csv"));
        attempt("taking a case out of the return as an officer", 403, "You cannot",
                () -> officer.post("/cases/" + reference + "/h-clic/choice", "included", "no", "reason", "X"));
        attempt("an answer for the return that nobody asked", 400, "could not",
                () -> officer.post("/cases/" + reference + "/h-clic/answers", "outcome", "HOMELESS"));
        attempt("what was done under a duty that is none", 200, "This case has no such duty",
                () -> officer.post("/cases/" + reference + "/h-clic/activities", "duty", "duty1"));
        attempt("a list of another team", 403, "You cannot see the cases of that team",
                () -> officer.get("/h-clic?team=south"));
        attempt("checking another team's step while typing", 403, "You cannot",
                () -> officer.post("/steps/" + south + "/check", triage()));
        attempt("checking a step that never was", 409, "",
                () -> officer.post("/steps/" + UUID.randomUUID() + "/check", triage()));
        attempt("making an account as an officer", 403, "You cannot do this",
                () -> officer.post("/administration/people/new", "username", "evil"));
    }

    private void localConnection(String what, int status, String says, String... posted) {
        attempt(what, status, says, () -> officer.post("/cases/" + reference + "/local-connection", posted));
    }

    private void circumstances(String what, int status, String says, String... posted) {
        attempt(what, status, says, () -> officer.post("/cases/" + reference + "/circumstances", posted));
    }

    private Caller manager() {
        return Caller.signedIn(port, "manager");
    }

    private void theApi() {
        attempt("the API without an account", 401, "Sign in with the username",
                () -> Caller.stranger(port).get("/api/clocks/calculate?kind=RELIEF_DUTY&trigger=2026-06-01"));
        attempt("the API with an unknown clock", 400, "Give kind as one of",
                () -> api("kind=LUNCH&trigger=2026-06-01"));
        attempt("the API without a day", 400, "Give trigger as a day", () -> api("kind=RELIEF_DUTY"));
        attempt("the API before the law", 422, "law since 3 April 2018",
                () -> api("kind=RELIEF_DUTY&trigger=2017-01-01"));
        attempt("the API beyond the calendar", 422, "not known to Threshold",
                () -> api("kind=MAIN_DUTY_DECISION_EXTENDED&trigger=2031-01-01"));
    }

    private Reply api(String query) {
        String basic = java.util.Base64.getEncoder().encodeToString("officer:demo".getBytes(StandardCharsets.UTF_8));
        return Caller.stranger(port).send("GET", "/api/clocks/calculate?" + query, null, new byte[0],
                "Authorization", "Basic " + basic);
    }

    private static String[] later(String day, String month, String year) {
        return new String[] {"domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no", "homelessTonight", "no",
            "within56Days", "no", "riskLater", "yes", "whyNoReasonToBelieve", "They have a home until then",
            "diaryDate.day", day, "diaryDate.month", month, "diaryDate.year", year};
    }

    private static String[] without(String name) {
        List<String> pairs = new ArrayList<>(Arrays.asList(triage()));
        int at = pairs.indexOf(name);
        pairs.subList(at, at + 2).clear();
        return pairs.toArray(String[]::new);
    }

    private static String[] plus(String[] pairs, String name, String value) {
        String[] more = Arrays.copyOf(pairs, pairs.length + 2);
        more[pairs.length] = name;
        more[pairs.length + 1] = value;
        return more;
    }

    private static String[] thousands() {
        List<String> pairs = new ArrayList<>(Arrays.asList(triage()));
        for (int at = 0; at < 6_000; at++) {
            pairs.addAll(List.of("name" + at, "x"));
        }
        return pairs.toArray(String[]::new);
    }

    private void step(String name, int status, String sentence, String... pairs) {
        attempt(name, status, sentence, () -> officer.post("/steps/" + mine, pairs));
    }

    private void stepBody(String name, int status, String sentence, String body) {
        attempt(name, status, sentence,
                () -> officer.postForm("/steps/" + mine, body + "&_csrf=" + officer.token()));
    }

    private void attempt(String name, int status, String sentence, Supplier<Reply> send) {
        attempts.attempt(name, () -> {
            Reply reply = send.get();
            Reply shown = reply.status() == 302 ? Caller.stranger(port).get(reply.location()
                    .replaceFirst("^https?://[^/]+", "")) : reply;
            assertThat(reply.status()).as(shown.text()).isEqualTo(status);
            assertThat(shown.text()).contains(sentence).doesNotContain("Exception", "at org.", "Whitelabel");
        });
    }
}
