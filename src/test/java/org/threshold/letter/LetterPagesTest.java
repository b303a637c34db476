package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter as a reader of the PDF, and a screen reader, would find it. */
class LetterPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final LetterIndex index = new LetterIndex();
    private final LetterWriter writer = new LetterWriter();
    private final PdfRenderer renderer = new PdfRenderer();

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void everyLetterIsATaggedPdfWithLanguageAndTitle(LetterTemplate template) throws IOException {
        byte[] pdf = renderer.render(writer.write(template, model(example(template))));
        keep(template, pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(template.title());
        }
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void everyLetterIsAboutSomethingInEveryLanguage(LetterTemplate template) {
        assertThat(LetterSubject.isKnown(template))
                .as("Say in letters/languages/subjects.properties what '" + template.key() + "' is about").isTrue();
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void everyLetterSaysWhoItIsForAndHowToGetHelp(LetterTemplate template) throws IOException {
        assertThat(text(template, example(template))).contains("Jordan Example", "TH-26-000001", "Exampleton Council",
                template.title(), "another language");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIN_DUTY         | false | we owe you the main housing duty            | The main housing duty begins now
            MAIN_DUTY         | true  | we owe you the main housing duty            | When it ends we will owe you the main housing duty
            NOT_PRIORITY_NEED | true  | you do not have a priority need             | we will owe you no duty under section 190 or section 193
            NOT_PRIORITY_NEED | false | you do not have a priority need             | we owe you no duty under section 190 or section 193
            INTENTIONAL       | true  | became homeless intentionally               | we will owe you the duty under section 190 and no duty under section 193
            INTENTIONAL       | false | became homeless intentionally               | We owe you the duty under section 190
            NOT_HOMELESS      | true  | you are not homeless                        | comes to an end, and we will owe you no duty under section 190 or section 193
            NOT_HOMELESS      | false | you are not homeless                        | We owe you no further duty
            NOT_ELIGIBLE      | true  | you are not eligible                        | comes to an end, and we will owe you no duty under section 190 or section 193
            NOT_ELIGIBLE      | false | you are not eligible                        | cannot give you accommodation under this law
            """)
    void aDecisionSaysWhatIsOwedNowAndWhenReliefEnds(String outcome, boolean reliefRuns, String decided, String owed)
            throws IOException {
        assertThat(text(LetterTemplate.S184_DECISION, Map.of("outcome", outcome, "reliefRuns", reliefRuns)))
                .contains(decided, owed, "21 June 2026", "section 202");
    }

    @Test
    void whatToBringForTheClaimIsListedWithItsDay() throws IOException {
        Map<String, Object> facts = Map.of("claimReference", "HB1234567", "madeOn", DAY, "items",
                java.util.List.of("Bank statements of two months", "Proof of income"), "dueOn", DAY.plusMonths(1));
        assertThat(text(LetterTemplate.BENEFIT_EVIDENCE_LIST, facts)).contains("HB1234567",
                "Bank statements of two months", "Proof of income", "1 July 2026").doesNotContain("This is a reminder");
        java.util.Map<String, Object> again = new java.util.HashMap<>(facts);
        again.put("reminder", true);
        assertThat(text(LetterTemplate.BENEFIT_EVIDENCE_LIST, again)).contains("This is a reminder");
    }

    @Test
    void aDecisionToReferNamesTheOtherCouncilAndKeepsAccommodation() throws IOException {
        assertThat(text(LetterTemplate.S184_DECISION, Map.of("outcome", "REFERRAL", "reliefRuns", true, "referTo",
                "Northborough Council"))).contains("we intend to ask Northborough Council to help you instead",
                "sections 198(1) and 184(4)", "somewhere to stay (section 200(1))", "would not be safe",
                "21 June 2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RELIEF | section 198(A1) | section 199A(2)
            MAIN   | section 198(1)  | section 200(1)
            """)
    void theNoticeOfAReferralSaysWhoAsksWhomWhyAndWhereTheyStay(String stage, String power, String accommodation)
            throws IOException {
        assertThat(text(LetterTemplate.LC_REFERRAL_NOTICE, Map.of("stage", stage, "authority", "Northborough Council")))
                .contains("Northborough Council", power, accommodation, "First reason.", "section 202(1)(c)",
                        "21 June 2026", "would not be safe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOOKED    | true  | North Office | What to bring
            BOOKED    | false | North Office | find another time
            MOVED     | false | North Office | does not hold any more
            CANCELLED | true  | Your appointment on | will not take place
            """)
    void anAppointmentSaysWhenAndWhere(String news, boolean signUp, String where, String said) throws IOException {
        assertThat(text(LetterTemplate.APPOINTMENT, Map.of("news", news, "day", DAY, "from", "10:00", "until", "10:45",
                "where", "North Office", "signUp", signUp))).contains("1 June 2026", "10:00", where, said);
    }

    @Test
    void whoIsNotReachedIsToldHowToComeBack() throws IOException {
        assertThat(text(LetterTemplate.CONTACT_LOST, Map.of("closedOn", DAY))).contains("1 June 2026", "closed your application",
                "How to come back", "no decision against you", "contact us now, also at night")
                .doesNotContain("section 202");
    }

    @ParameterizedTest
    @CsvSource({"true, 'We have a duty to keep your belongings safe', 'section 211 of'",
        "false, 'We have decided to keep your belongings safe', 'section 211(3)'"})
    void whoseBelongingsAreKeptIsToldWhereAndOnWhichTerms(boolean duty, String why, String provision)
            throws IOException {
        assertThat(text(LetterTemplate.BELONGINGS_PROTECTED, Map.of("startedOn", DAY, "what", "Furniture", "underDuty",
                duty, "storedAt", "Depot, bay 4", "inventory", "A bed", "charges", "None", "access", "By appointment")))
                .contains(why, provision, "Depot, bay 4", "A bed", "By appointment", "section 212");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COLLECTED       | you have collected your belongings
            NO_DANGER       | there is no danger of loss or damage
            OWN_ARRANGEMENTS | you have made arrangements of your own
            NOT_CLAIMED     | you have not collected your belongings
            """)
    void theEndOfTheProtectionIsToldWithItsReason(String end, String reason) throws IOException {
        Map<String, Object> facts = new HashMap<>(Map.of("endCode", end, "detail", "As agreed", "endedOn", DAY));
        if (end.equals("NOT_CLAIMED")) {
            facts.put("keptUntil", DAY.plusMonths(6));
        }
        String text = text(LetterTemplate.BELONGINGS_END, facts);
        assertThat(text).contains(reason, "As agreed", "1 June 2026", "section 212", "last address that we have");
        assertThat(text.contains("1 December 2026")).isEqualTo(end.equals("NOT_CLAIMED"));
    }

    @Test
    void theOtherCouncilGetsWhatItNeedsAndNoMore() throws IOException {
        assertThat(text(LetterTemplate.LC_REFERRAL_NOTIFICATION, Map.of("stage", "RELIEF", "addressee",
                "Northborough Council", "addressLines", List.of("homeless@northborough.example"), "born", DAY, "others",
                List.of("Child, born 1 May 2020"), "connections", List.of("The applicant: family there (section"
                        + " 199(1)(c)). Their mother lives there."), "answerBy", DAY.plusDays(14))))
                .contains("Dear Northborough Council", "homeless@northborough.example", "Jordan Example",
                        "born 1 June 2026", "Child, born 1 May 2020", "Their mother lives there.",
                        "by 15 June 2026", "10 working days", "21 days", "section 198(2) to (3)")
                .doesNotContain("1 Testing Road", "First reason.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RELIEF | true  | ACCEPTED     | are met                | From today we owe you no duty
            MAIN   | true  | ACCEPTED     | are met                | the other council owes you the main housing duty
            RELIEF | true  | REFEREE      | an independent person  | section 199A(5)
            RELIEF | false | NOT_ACCEPTED | are not met            | 56 days are counted anew, and today is the first; day 56 is 26 July 2026
            RELIEF | false | WITHDRAWN    | We have taken back     | section 189B(2)
            MAIN   | false | REFEREE      | are not met            | We owe you the main housing duty from today
            MAIN   | false | NOT_MADE     | We will not refer your case to another council | We owe you the main housing duty
            """)
    void theOutcomeOfAReferralSaysWhatIsOwedAndByWhom(String stage, boolean accepted, String how, String decided,
                                                       String owed) throws IOException {
        assertThat(text(LetterTemplate.LC_REFERRAL_OUTCOME, Map.of("stage", stage, "accepted", accepted, "how", how,
                "authority", "Northborough Council", "day56", DAY.plusDays(55)))).contains(decided, owed,
                "First reason.", "section 202", "21 June 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURED_EXISTING_6M", "SECURED_ALTERNATIVE_6M", "HOMELESS", "ELAPSED_56", "REFUSED_OFFER",
            "IH_FROM_ACCOMMODATION", "CONTACT_LOST", "WITHDREW", "NOT_ELIGIBLE"})
    void theEndOfPreventionNamesItsGround(String reason) throws IOException {
        assertThat(text(LetterTemplate.PREVENTION_ENDED, Map.of("reasonCode", reason)))
                .contains("section 195(8)", "1 June 2026").doesNotContain("set out below");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURED_6M", "ELAPSED_56", "REFUSED_FINAL_OFFER", "IH_FROM_ACCOMMODATION", "CONTACT_LOST",
            "REFUSED_OFFER", "WITHDREW", "NOT_ELIGIBLE"})
    void theEndOfReliefByNoticeNamesItsGround(String reason) throws IOException {
        assertThat(text(LetterTemplate.RELIEF_ENDED, Map.of("reasonCode", reason, "byLaw", false)))
                .containsAnyOf("section 189B(7)", "section 193A").doesNotContain("set out below", "189B(4)");
    }

    @ParameterizedTest
    @ValueSource(strings = "ELAPSED_56")
    void theEndOfReliefByLawIsNotADecisionToReview(String reason) throws IOException {
        assertThat(text(LetterTemplate.RELIEF_ENDED, Map.of("reasonCode", reason, "byLaw", true)))
                .contains("section 189B(4)").doesNotContain("section 202");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PREVENTION | section 195(2)  | POST
            RELIEF     | section 189B(2) | POST
            RELIEF     | section 189B(2) | COLLECTION
            """)
    void aWarningSaysWhatWasRefusedUntilWhenAndWhatANoticeWouldMean(String duty, String ends, String how)
            throws IOException {
        assertThat(text(LetterTemplate.NON_COOPERATION_WARNING, Map.of("duty", duty, "givenHow", how, "until",
                DAY.plusDays(14), "steps", List.of("Ring three landlords a week"), "whyDeliberate", "You chose not to.",
                "whyUnreasonable", "You have a telephone."))).contains("section 193B(5)", "Ring three landlords a week",
                "15 June 2026", "You chose not to.", "You have a telephone.", ends, "section 193C(4)",
                "we intend to give you a notice under section 193B(2)")
                .satisfies(text -> assertThat(text.contains("section 193B(8)")).isEqualTo(how.equals("COLLECTION")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PREVENTION | section 195(2) | If you become homeless, come to us at once | POST
            RELIEF     | section 189B(2)| you can go on staying there until we write | COLLECTION
            """)
    void aNoticeOfNonCooperationSaysWhyWhatItMeansAndTheRightToAReview(String duty, String ends, String next,
                                                                       String how) throws IOException {
        assertThat(text(LetterTemplate.NON_COOPERATION_NOTICE, Map.of("duty", duty, "givenHow", how, "warnedOn", DAY,
                "steps", List.of("Ring three landlords a week")))).contains("section 193B(2)", "First reason.", ends,
                next, "section 193(1A)(b)", "section 193C(4)", "section 202", "21 June 2026", "1 June 2026")
                .satisfies(text -> assertThat(text.contains("section 193B(8)")).isEqualTo(how.equals("COLLECTION")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPPORTUNITY_OVER | That time ends on
            FOUND_HOME       | you have found a home
            WITHDREW         | you no longer want our help
            """)
    void theEndOfAReasonableOpportunitySaysWhen(String reason, String words) throws IOException {
        assertThat(text(LetterTemplate.S190_ACCOMMODATION_ENDS, Map.of("reasonCode", reason, "detail",
                "You had four weeks."))).contains(words, "section 190(2)(a)", "1 June 2026", "section 202");
    }

    @Test
    void moreTimeNamesBothDays() throws IOException {
        assertThat(text(LetterTemplate.S190_MORE_TIME, Map.of("before", DAY, "until", DAY.plusDays(21))))
                .contains("1 June 2026", "22 June 2026", "First reason.", "section 190(2)(a)");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_FINAL_OFFER, section 193C(6)(a)", "PART6_REFUSED, section 193C(6)(b)",
        "PRSO_ACCEPTED, section 193C(5)(c)", "PART6_ACCEPTED, section 193C(5)(d)", "NOT_ELIGIBLE, section 193C(5)(a)",
        "IH_FROM_TA, section 193C(5)(b)", "CEASED_TO_OCCUPY, section 193C(5)(d)", "WITHDREW, have withdrawn"})
    void theEndOfAccommodationAfterANoticeNamesItsGround(String reason, String ground) throws IOException {
        assertThat(text(LetterTemplate.S193C_DUTY_ENDED, Map.of("reasonCode", reason)))
                .contains(ground, "section 193C(4)", "section 202", "21 June 2026").doesNotContain("set out below");
    }

    @ParameterizedTest
    @CsvSource({"PART6_ACCEPTED, section 193(6)(c)", "PRSO_ACCEPTED, section 193(6)(cc) and (7AA)",
        "PART6_REFUSED, section 193(7)", "PRSO_REFUSED, section 193(7AA)", "REFUSED_TA, section 193(5)",
        "NOT_ELIGIBLE, section 193(6)(a)", "IH_FROM_TA, section 193(6)(b)", "CEASED_TO_OCCUPY, section 193(6)(d)",
        "CONTACT_LOST, treat your application as withdrawn", "WITHDREW, your application is withdrawn"})
    void theEndOfTheMainDutyNamesItsGroundAndTheRightToAReview(String reason, String ground) throws IOException {
        assertThat(text(LetterTemplate.MAIN_DUTY_ENDED, Map.of("reasonCode", reason, "detail", "As we found.")))
                .contains(ground, "section 193(2)", "As we found.", "section 202", "21 June 2026")
                .doesNotContain("set out below", "Where you live now");
        assertThat(text(LetterTemplate.MAIN_DUTY_ENDED, Map.of("reasonCode", reason, "leaveBy", DAY.plusDays(28))))
                .contains("until 29", "the charge goes on", "section 211",
                        "section 188(3)", "give back every key");
    }

    @Test
    void aDecisionAfterANoticeOwesAccommodationAndNotTheMainDuty() throws IOException {
        assertThat(text(LetterTemplate.S184_DECISION, Map.of("outcome", "S193C", "reliefRuns", false)))
                .contains("we do not owe you the main housing duty (section 193(1A)(b))", "section 193C(4)",
                        "section 193C(6)", "section 193C(5)", "21 June 2026")
                .doesNotContain("The main housing duty begins now");
    }

    @ParameterizedTest
    @ValueSource(strings = "<script>alert(1)</script> & \"quoted\" \u00e9")
    void textIsTextAndNeverMarkup(String typed) throws IOException {
        assertThat(text(LetterTemplate.S184_DECISION, Map.of("reasons", typed))).contains(typed);
    }

    /** The letter's own example, which its entry in the index has. */
    private Map<String, Object> example(LetterTemplate template) {
        return index.of(template).samples().get(0).facts();
    }

    private String text(LetterTemplate template, Map<String, Object> with) throws IOException {
        try (PDDocument document = Loader.loadPDF(renderer.render(writer.write(template, model(with))))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    static Map<String, Object> model(Map<String, Object> with) {
        Map<String, Object> model = new HashMap<>();
        model.put("reference", "TH-26-000001");
        model.put("applicantName", "Jordan Example");
        model.put("addressLines", List.of("1 Testing Road", "Exampleton"));
        model.put("council", new Council("Exampleton Council", List.of("Town Hall", "Exampleton"), "01632 960001", null, null));
        model.put("issuedOn", DAY);
        model.put("satisfiedOn", DAY);
        model.put("lastDay", DAY.plusDays(55));
        model.put("endedOn", DAY);
        model.put("withdrawnOn", DAY);
        model.put("reviewLastDay", DAY.plusDays(20));
        model.put("reasonCode", "ELAPSED_56");
        model.put("outcome", "MAIN_DUTY");
        model.put("reasons", "First reason.\n\nSecond reason.");
        for (String question : List.of("homeless", "eligible", "priorityNeed", "intentional")) {
            model.put(question, "YES");
        }
        model.put("accepted", false);
        model.put("version", 1);
        model.put("agreed", true);
        model.put("advice", "Ask the landlord to repair the boiler.");
        model.put("steps", List.of(step("COUNCIL", "MANDATORY", "Ring the landlord", DAY),
                step("APPLICANT", "RECOMMENDED", "Look at two homes", null)));
        model.putAll(with);
        return model;
    }

    private static Map<String, Object> step(String who, String kind, String what, LocalDate by) {
        Map<String, Object> step = new HashMap<>();
        step.put("who", who);
        step.put("kind", kind);
        step.put("what", what);
        step.put("by", by);
        return step;
    }

    /** Kept to be looked at. */
    private static void keep(LetterTemplate template, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        Files.write(folder.resolve(template.key() + ".pdf"), pdf);
    }
}
