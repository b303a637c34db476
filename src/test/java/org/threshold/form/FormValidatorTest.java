package org.threshold.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.form.FormFixture.VALIDATOR;
import static org.threshold.form.FormFixture.form;
import static org.threshold.form.FormFixture.sent;
import static org.threshold.form.FormFixture.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormValidatorTest {

    private static final FormDefinition NUMBER = form("{'type': 'number', 'key': 'n', 'label': 'Rent',"
            + " 'decimalDigits': 2, 'validate': {'min': 0, 'max': 10000}}");
    private static final FormDefinition DATE = form("{'type': 'datetime', 'subtype': 'date', 'key': 'd',"
            + " 'dateLabel': 'Date of birth', 'properties': {'latest': 'today', 'earliest': 'today-120y'}}");
    private static final FormDefinition TIME = form(
            "{'type': 'datetime', 'subtype': 'time', 'key': 't', 'timeLabel': 'Time'}");
    private static final FormDefinition CHOICES = form(
            "{'type': 'radio', 'key': 'way', 'label': 'How did they come?', 'values': [{'label': 'Desk', 'value':"
                    + " 'DESK'}, {'label': 'Other', 'value': 'OTHER'}], 'validate': {'required': true}}",
            "{'type': 'textfield', 'key': 'other', 'label': 'Other way', 'validate': {'required': true},"
                    + " 'conditional': {'hide': '=way != \\\"OTHER\\\"'}}",
            "{'type': 'checklist', 'key': 'needs', 'label': 'Needs', 'values': [{'label': 'A', 'value': 'A'},"
                    + " {'label': 'B', 'value': 'B'}]}",
            "{'type': 'select', 'key': 'office', 'label': 'Office', 'valuesKey': 'options.offices'}");
    private static final FormDefinition ROWS = form(
            "{'type': 'dynamiclist', 'path': 'people', 'label': 'Other people', 'properties': {'maxRows': '3'},"
                    + " 'components': [{'type': 'textfield', 'key': 'name', 'label': 'Name', 'validate': {'required':"
                    + " true}}, {'type': 'checkbox', 'key': 'child', 'label': 'Child'}, {'type': 'textfield', 'key':"
                    + " 'school', 'label': 'School', 'validate': {'required': true}, 'conditional':"
                    + " {'hide': '=this.child != true'}}]}");

    @Test
    void answersAreTyped() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'a', 'label': 'A'}",
                "{'type': 'textarea', 'key': 'b', 'label': 'B'}", "{'type': 'number', 'key': 'c', 'label': 'C'}",
                "{'type': 'datetime', 'key': 'd', 'dateLabel': 'D', 'subtype': 'date'}",
                "{'type': 'datetime', 'key': 'e', 'timeLabel': 'E', 'subtype': 'time'}",
                "{'type': 'datetime', 'key': 'f', 'dateLabel': 'F', 'subtype': 'datetime'}",
                "{'type': 'checkbox', 'key': 'g', 'label': 'G'}", "{'type': 'checkbox', 'key': 'h', 'label': 'H'}",
                "{'type': 'checklist', 'key': 'i', 'label': 'I', 'values': [{'label': 'X', 'value': 'X'},"
                        + " {'label': 'Y', 'value': 'Y'}]}",
                "{'type': 'textfield', 'key': 'j', 'label': 'J'}");

        FormOutcome outcome = validate(form, "a", "  O'Neill-Ångström  ", "b", "one\r\ntwo", "c", "£1,234.50",
                "d.day", "7", "d.month", "Sept", "d.year", "2025", "e", "2.30pm", "f.day", "1", "f.month", "2",
                "f.year", "2026", "f.time", "09:05", "g", "true", "i", "X", "i", "Y", "j", "   ");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.answers()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "O'Neill-Ångström",
                "b", "one\ntwo", "c", new BigDecimal("1234.50"), "d", LocalDate.of(2025, 9, 7), "e",
                LocalTime.of(14, 30), "f", LocalDateTime.of(2026, 2, 1, 9, 5), "g", true, "h", false, "i",
                List.of("X", "Y")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc     | Rent must be a number, like 30
            9999999999999999999 | Rent must be a smaller number
            1e9     | Rent must be a number, like 30
            0x10    | Rent must be a number, like 30
            NaN     | Rent must be a number, like 30
            --1     | Rent must be a number, like 30
            .       | Rent must be a number, like 30
            ١٢      | Rent must be a number, like 30
            1.234   | Rent must have 2 decimal places or fewer
            -1      | Rent must be 0 or more
            10000.01 | Rent must be 10000 or less
            99999999999999999999999999999999999999999999999999 | Rent must be a number, like 30
            """)
    void aNumberMustBeOneAndInRange(String typed, String sentence) {
        assertThat(validate(NUMBER, "n", typed).errors()).containsExactly(new FieldError("n", sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10,000", "12.50", "12.500", " 7 ", "+3", ".5"})
    void ordinaryNumbersAreTaken(String typed) {
        assertThat(validate(NUMBER, "n", typed).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 | 2  | 2020  | Date of birth must be a real date
            29 | 2  | 2023  | Date of birth must be a real date
            0  | 1  | 2020  | Date of birth must be a real date
            1  | 13 | 2020  | Date of birth must be a real date
            1  | x  | 2020  | Date of birth must be a real date
            -1 | 1  | 2020  | Date of birth must be a real date
               | 1  | 2020  | Date of birth must include a day
            1  |    | 2020  | Date of birth must include a month
            1  |    |       | Date of birth must include a month and year
            1  | 1  | 85    | Date of birth must have a year of 4 digits
            1  | 1  | 99999 | Date of birth must have a year of 4 digits
            1  | 1  | 1066  | Date of birth must have a year of 4 digits
            16 | 6  | 2026  | Date of birth must be today or in the past
            14 | 6  | 1906  | Date of birth must be 15 June 1906 or later
            """)
    void aDateMustBeRealAndInRange(String day, String month, String year, String sentence) {
        FormOutcome outcome = validate(DATE, "d.day", day == null ? "" : day, "d.month", month == null ? "" : month,
                "d.year", year == null ? "" : year);

        assertThat(outcome.errors()).containsExactly(new FieldError("d", sentence));
    }

    @ParameterizedTest
    @CsvSource({"29,2,2024", "15,6,2026", "15,6,1906", "1,Jan,2000", "01,09,1999", "3,december,1980"})
    void realDatesAreTaken(String day, String month, String year) {
        assertThat(validate(DATE, "d.day", day, "d.month", month, "d.year", year).errors()).isEmpty();
    }

    @Test
    void aDateMayComeWhole() {
        assertThat(validate(DATE, "d", "2000-02-29").answers()).containsEntry("d", LocalDate.of(2000, 2, 29));
        assertThat(validate(DATE, "d", "29/02/2000").errors()).hasSize(1);
        assertThat(validate(DATE, "d", "2000-02-30").errors()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"9:30,09:30", "09:30,09:30", "0930,09:30", "9.30am,09:30", "12am,00:00", "12pm,12:00", "2 pm,14:00",
        "23:59,23:59", "25:00,", "9,", "13pm,", "9:60,", "noon,", "9:3,"})
    void timesAreTakenAsPeopleWriteThem(String typed, LocalTime expected) {
        FormOutcome outcome = validate(TIME, "t", typed);

        assertThat(outcome.answers().get("t")).isEqualTo(expected);
        assertThat(outcome.valid()).isEqualTo(expected != null);
    }

    @Test
    void textIsHeldToItsRulesInTheCouncilsWords() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'nino', 'label': 'National Insurance number',"
                + " 'validate': {'required': true, 'minLength': 9, 'maxLength': 9, 'pattern': '^[A-Z]{2}[0-9]{6}[A-D]$'},"
                + " 'properties': {'requiredMessage': 'Enter the number on the letter', 'patternMessage':"
                + " 'Enter it like QQ123456C'}}",
                "{'type': 'textfield', 'key': 'mail', 'label': 'Email', 'validate': {'validationType': 'email'}}",
                "{'type': 'textfield', 'key': 'phone', 'label': 'Phone', 'validate': {'validationType': 'phone'}}");

        assertThat(validate(form).errors()).containsExactly(new FieldError("nino", "Enter the number on the letter"));
        assertThat(validate(form, "nino", "AB12345").errors()).extracting(FieldError::message)
                .containsExactly("National Insurance number must be 9 characters or more");
        assertThat(validate(form, "nino", "AB123456CD").errors()).extracting(FieldError::message)
                .containsExactly("National Insurance number must be 9 characters or fewer");
        assertThat(validate(form, "nino", "123456789").errors()).extracting(FieldError::message)
                .containsExactly("Enter it like QQ123456C");
        assertThat(validate(form, "nino", "AB123456C", "mail", "a@b", "phone", "call me").errors())
                .extracting(FieldError::key).containsExactly("mail", "phone");
        assertThat(validate(form, "nino", "AB123456C", "mail", "a.b@example.org", "phone", "+44 (0)1632 960001")
                .valid()).isTrue();
    }

    @Test
    void whereTheFormSetsNoLimitThereIsOneAllTheSame() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'a', 'label': 'A'}",
                "{'type': 'textarea', 'key': 'b', 'label': 'B'}");

        assertThat(validate(form, "a", "x".repeat(500), "b", "x".repeat(10_000)).valid()).isTrue();
        assertThat(validate(form, "a", "x".repeat(501), "b", "x".repeat(10_001)).errors()).hasSize(2);
        assertThat(validate(form, "a", "one\ntwo").errors()).extracting(FieldError::message)
                .containsExactly("A must be on one line");
    }

    @Test
    void choicesMustBeOffered() {
        Map<String, Object> facts = Map.of("options.offices", List.of(new Option("N", "North"),
                Map.of("value", "S", "label", "South")));

        assertThat(VALIDATOR.validate(CHOICES, sent("way", "DESK", "office", "S", "needs", "A"), facts).valid())
                .isTrue();
        FormOutcome refused = VALIDATOR.validate(CHOICES,
                sent("way", "PLANE", "office", "X", "needs", "A", "needs", "Z"), facts);
        assertThat(refused.malformed()).isTrue();
        assertThat(refused.errors()).extracting(FieldError::key).containsExactly("way", "needs", "office");
        assertThat(refused.errors().get(0).message()).isEqualTo("Select one of the choices of ‘How did they come?’");
    }

    @Test
    void aHiddenFieldIsNeitherRequiredNorAccepted() {
        assertThat(validate(CHOICES, "way", "DESK").valid()).isTrue();
        assertThat(validate(CHOICES, "way", "DESK", "other", "").valid()).isTrue();
        assertThat(validate(CHOICES, "way", "OTHER").errors()).containsExactly(
                new FieldError("other", "Enter other way"));
        FormOutcome hidden = validate(CHOICES, "way", "DESK", "other", "By boat");
        assertThat(hidden.answers()).doesNotContainKey("other");
        assertThat(hidden.errors()).extracting(FieldError::message)
                .containsExactly("‘Other way’ does not apply with your other answers and was taken away. Check your"
                        + " answers and continue");
    }

    @Test
    void whatHangsOnAHiddenFieldSeesNothing() {
        FormDefinition form = form("{'type': 'checkbox', 'key': 'a', 'label': 'A'}",
                "{'type': 'group', 'id': 'g', 'label': 'G', 'conditional': {'hide': '=not(a)'}, 'components': ["
                        + "{'type': 'radio', 'key': 'b', 'label': 'B', 'values': [{'label': 'Y', 'value': 'Y'}]}]}",
                "{'type': 'textfield', 'key': 'c', 'label': 'C', 'validate': {'required': true}, 'conditional':"
                        + " {'hide': '=b = null or b != \\\"Y\\\"'}}");

        assertThat(validate(form).valid()).isTrue();
        assertThat(validate(form, "a", "true", "b", "Y").errors()).extracting(FieldError::key).containsExactly("c");
        assertThat(validate(form, "b", "Y", "c", "x").errors()).extracting(FieldError::key).containsExactly("b", "c");
    }

    @Test
    void aQuestionThatThePageDidNotShowYetIsShownBeforeItCounts() {
        FormDefinition form = form("{'type': 'checkbox', 'key': 'a', 'label': 'A'}", "{'type': 'textfield', 'key':"
                + " 'b', 'label': 'B', 'conditional': {'hide': '=not(a)'}}");

        assertThat(validate(form, "a", "true", "_seen", "").errors()).extracting(FieldError::key).containsExactly("b");
        assertThat(validate(form, "a", "true", "_seen", "", "_seen", "b", "b", "").valid()).isTrue();
        assertThat(validate(form, "_seen", "").valid()).isTrue();
        assertThat(validate(form, "a", "true").valid()).isTrue();
    }

    @Test
    void conditionsReadFactsToo() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'b', 'label': 'B', 'validate': {'required': true},"
                + " 'conditional': {'hide': '=facts.children = 0'}}");

        assertThat(VALIDATOR.validate(form, Map.of(), Map.of("children", 0)).valid()).isTrue();
        assertThat(VALIDATOR.validate(form, Map.of(), Map.of("children", 2)).valid()).isFalse();
    }

    @Test
    void whatIsReadOnlyIsNotAccepted() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'a', 'label': 'Name', 'readonly': true,"
                + " 'validate': {'required': true}}", "{'type': 'number', 'key': 'b', 'label': 'B', 'disabled': true}");

        assertThat(validate(form).valid()).isTrue();
        FormOutcome outcome = validate(form, "a", "Mallory", "b", "1");
        assertThat(outcome.malformed()).isTrue();
        assertThat(outcome.answers()).isEmpty();
        assertThat(outcome.errors()).extracting(FieldError::message)
                .containsExactly("You cannot change ‘Name’ here", "You cannot change ‘B’ here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra", "way[0]", "way.day", "needs[0]", "__proto__", "class.classLoader", "_evil",
        "<script>alert(1)</script>", "way ", "WAY", "people[0].name"})
    void unknownNamesAreRefused(String name) {
        FormOutcome outcome = validate(CHOICES, "way", "DESK", name, "x");

        assertThat(outcome.malformed()).isTrue();
        assertThat(outcome.errors()).extracting(FieldError::key).containsExactly("");
        assertThat(outcome.errors().get(0).message()).startsWith("This form does not ask for ‘")
                .doesNotContain("<script");
        assertThat(outcome.answers()).doesNotContainKey(name);
    }

    @Test
    void rowsAreReadEachForItself() {
        FormOutcome outcome = validate(ROWS, "people.rows", "3", "people[0].name", "Ann", "people[1].name", "",
                "people[1].child", "true", "people[2].name", "");

        assertThat(outcome.errors()).containsExactly(new FieldError("people[1].name", "Enter name"),
                new FieldError("people[1].school", "Enter school"));
        FormOutcome right = validate(ROWS, "people.rows", "2", "people[0].name", "Ann", "people[1].name", "Bo",
                "people[1].child", "true", "people[1].school", "Testing Road Primary");
        assertThat(right.errors()).isEmpty();
        assertThat(right.answers()).isEqualTo(Map.of("people", List.of(Map.of("name", "Ann", "child", false),
                Map.of("name", "Bo", "child", true, "school", "Testing Road Primary"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"people[0].evil", "people[0]", "people[x].name", "people[-1].name", "people[0].name[0]",
        "people[99999].name", "people[1][2].name", "people[", "people]"})
    void rowsTakeNothingElse(String name) {
        FormOutcome outcome = validate(ROWS, "people.rows", "1", "people[0].name", "Ann", name, "x");

        assertThat(outcome.malformed()).isTrue();
        assertThat(outcome.errors()).isNotEmpty();
    }

    @Test
    void moreRowsThanAllowedAreRefused() {
        assertThat(validate(ROWS, "people.rows", "9999").errors()).extracting(FieldError::message)
                .contains("‘Other people’ can have 3 entries at most");
        assertThat(validate(ROWS, "people[3].name", "Too many").malformed()).isTrue();
        assertThat(validate(ROWS, "people.rows", "-5").errors()).isEmpty();
        assertThat(validate(ROWS, "people.rows", "many").errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uFFFDb", "a\uD800b", "\uDC00", "a\u001Bb", "a\u0007"})
    void textThatDidNotArriveAsTypedIsRefused(String broken) {
        FormDefinition form = form("{'type': 'textfield', 'key': 'a', 'label': 'Name'}");

        FormOutcome outcome = validate(form, "a", broken);

        assertThat(outcome.malformed()).isTrue();
        assertThat(outcome.errors()).extracting(FieldError::message).containsExactly(
                "Name has characters that cannot be read. Delete them and type the answer again");
        assertThat(outcome.answers()).isEmpty();
    }

    @Test
    void scriptInTextIsTextAndEmojiToo() {
        FormDefinition form = form("{'type': 'textfield', 'key': 'a', 'label': 'Name'}");

        assertThat(validate(form, "a", "<script>alert(1)</script> ${7*7} '; drop table x; 🙂").valid()).isTrue();
    }

    @Test
    void thousandsOfNamesAndHugeTextAreRefusedAtOnce() {
        Map<String, List<String>> many = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            many.put("name" + i, List.of("x"));
        }

        assertThat(VALIDATOR.validate(CHOICES, many, Map.of()).errors()).hasSize(1);
        assertThat(validate(CHOICES, "other", "x".repeat(3_000_000)).errors()).extracting(FieldError::message)
                .containsExactly("There is too much in this form. Shorten your answers and try again");
    }

    @Test
    void oneQuestionHasOneAnswer() {
        assertThat(validate(CHOICES, "way", "DESK", "way", "OTHER").malformed()).isTrue();
        FormDefinition box = form("{'type': 'checkbox', 'key': 'a', 'label': 'I agree', 'validate': {'required': true}}");
        assertThat(validate(box, "a", "perhaps").malformed()).isTrue();
        assertThat(validate(box).errors()).containsExactly(new FieldError("a", "Confirm that: I agree"));
        assertThat(validate(box, "a", "on").answers()).containsEntry("a", true);
    }
}
