package org.threshold.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.form.FormFixture.form;
import static org.threshold.form.FormFixture.sent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Draws forms through the real template. */
class FormPageTest {

    private static final FormDefinition FORM = form(
            "{'type': 'text', 'id': 't', 'text': '# About **{{name}}**\\n\\n- one\\n- [two](https://example.org/)'}",
            "{'type': 'textfield', 'key': 'surname', 'label': 'Surname', 'description': 'As on the letter',"
                    + " 'validate': {'required': true}, 'properties': {'personal': 'true'}}",
            "{'type': 'textarea', 'key': 'story', 'label': 'Story'}",
            "{'type': 'number', 'key': 'rent', 'label': 'Rent', 'appearance': {'prefixAdorner': '£'}, 'decimalDigits': 0}",
            "{'type': 'datetime', 'subtype': 'date', 'key': 'born', 'dateLabel': 'Date of birth'}",
            "{'type': 'radio', 'key': 'way', 'label': 'Way', 'values': [{'label': 'Desk', 'value': 'DESK'},"
                    + " {'label': 'Other', 'value': 'OTHER'}], 'defaultValue': 'DESK'}",
            "{'type': 'textfield', 'key': 'other', 'label': 'Other way', 'conditional': {'hide': '=way != \\\"OTHER\\\"'}}",
            "{'type': 'checkbox', 'key': 'agreed', 'label': 'Agreed'}",
            "{'type': 'textfield', 'key': 'reference', 'label': 'Reference', 'readonly': true}",
            "{'type': 'table', 'id': 'tab', 'label': 'Clocks', 'dataSource': '=clocks', 'columns': [{'key': 'kind',"
                    + " 'label': 'Clock'}, {'key': 'last', 'label': 'Last day'}]}",
            "{'type': 'dynamiclist', 'path': 'people', 'label': 'People', 'defaultRepetitions': 1, 'components':"
                    + " [{'type': 'textfield', 'key': 'name', 'label': 'Name'}], 'properties': {'rowLabel': 'Person'}}");

    @Test
    void anEmptyFormShowsWhatIsKnownAndItsDefaults() {
        String html = draw(FormPage.of(FORM, Map.of("name", "A <b>", "surname", "Example", "rent",
                new BigDecimal("450"), "born", LocalDate.of(1990, 3, 7), "reference", "TH-1", "clocks",
                List.of(Map.of("kind", "Relief", "last", LocalDate.of(2026, 7, 26))))));

        assertThat(html).contains("<h2 class=\"govuk-heading-m\">About <strong>A &lt;b&gt;</strong></h2>")
                .contains("<li>one</li>").contains("href=\"https://example.org/\"")
                .containsPattern("(?s)<input[^>]*id=\"surname\"[^>]*name=\"surname\"[^>]*value=\"Example\"")
                .containsPattern("(?s)<input[^>]*aria-describedby=\"surname-hint\"[^>]*autocomplete=\"off\"")
                .containsPattern("(?s)name=\"born.day\"[^>]*value=\"7\"")
                .containsPattern("(?s)name=\"born.year\"[^>]*value=\"1990\"")
                .containsPattern("(?s)value=\"DESK\"[^>]*checked")
                .contains("(optional)").contains("26 July 2026").contains("TH-1").contains("Person 1")
                .doesNotContain("govuk-error").doesNotContain("style=").doesNotContain("onclick");
        String conditional = html.substring(html.indexOf("data-hide-when"), html.indexOf("name=\"other\""));
        assertThat(conditional).contains("&quot;field&quot;:&quot;way&quot;", "hidden=\"hidden\"",
                "disabled=\"disabled\"");
    }

    @Test
    void whatIsProposedStandsInAQuestionThatAnAnswerShows() {
        FormDefinition form = form("{'type': 'radio', 'key': 'way', 'label': 'Way', 'values': [{'label': 'Desk',"
                + " 'value': 'DESK'}, {'label': 'Other', 'value': 'OTHER'}]}",
                "{'type': 'datetime', 'subtype': 'date', 'key': 'until', 'dateLabel': 'Until', 'conditional': {'hide':"
                        + " '=not(way = \\\"OTHER\\\")'}}");
        Map<String, Object> facts = Map.of("until", LocalDate.of(2026, 11, 27));
        String proposed = "(?s)name=\"until.day\"[^>]*value=\"27\"";

        assertThat(draw(FormPage.of(form, facts))).containsPattern(proposed);
        assertThat(draw(FormPage.of(form, facts, sent("_seen", "", "way", "OTHER"), List.of())))
                .as("shown by an answer on a page without scripts").containsPattern(proposed);
        assertThat(draw(FormPage.of(form, facts, sent("_seen", "until", "way", "OTHER", "until.day", ""), List.of())))
                .as("deleted by the officer").doesNotContainPattern(proposed);
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndLinksEachError() {
        Map<String, List<String>> typed = sent("surname", "", "story", "\"><script>alert(1)</script>", "rent", "lots",
                "born.day", "31", "born.month", "2", "born.year", "1990", "way", "OTHER", "other", "By boat",
                "people.rows", "2", "people[0].name", "Ann", "people[1].name", "Bo");
        List<FieldError> errors = List.of(new FieldError("surname", "Enter surname"),
                new FieldError("rent", "Rent must be a number"), new FieldError("born", "Must be a real date"),
                new FieldError("way", "Not that way"), new FieldError("people[1].name", "Not Bo"),
                new FieldError("", "Nothing was saved"));

        FormPage page = FormPage.of(FORM, Map.of(), typed, errors);
        String html = draw(page);

        assertThat(page.getErrors()).extracting(FormPage.ErrorLink::href).containsExactly("#surname", "#rent",
                "#born-day", "#way", "#people-1-name", null);
        for (FormPage.ErrorLink error : page.getErrors()) {
            if (error.href() != null) {
                assertThat(html).containsPattern("id=\"" + error.href().substring(1) + "\"");
            }
        }
        assertThat(html).contains("There is a problem").contains("value=\"lots\"").contains("value=\"By boat\"")
                .contains("&lt;script&gt;").doesNotContain("<script").contains("id=\"rent-error\"")
                .contains("govuk-input--error").contains("Person 2").contains("value=\"people[1]\"");
    }

    @Test
    void rowsAreAddedAndRemovedWithoutLosingWhatWasTyped() {
        Map<String, List<String>> typed = sent("surname", "Example", "people.rows", "3", "people[0].name", "Ann",
                "people[1].name", "Bo", "people[2].name", "Cy");

        Map<String, List<String>> more = FormRows.edited(FORM, plus(typed, "_add", "people")).orElseThrow();
        Map<String, List<String>> less = FormRows.edited(FORM, plus(typed, "_remove", "people[1]")).orElseThrow();

        assertThat(more).containsEntry("people.rows", List.of("4")).containsEntry("people[2].name", List.of("Cy"))
                .containsEntry("surname", List.of("Example")).doesNotContainKey("_add");
        assertThat(less).containsEntry("people.rows", List.of("2")).containsEntry("people[0].name", List.of("Ann"))
                .containsEntry("people[1].name", List.of("Cy")).doesNotContainKey("people[2].name");
        assertThat(FormRows.edited(FORM, typed)).isEmpty();
        assertThat(FormRows.edited(FORM, plus(typed, "_add", "nothing")).orElseThrow()).isEqualTo(typed);
        assertThat(FormRows.edited(FORM, plus(typed, "_remove", "people[7]")).orElseThrow()).isEqualTo(typed);
        assertThat(FormRows.edited(FORM, plus(typed, "_remove", "../people[0]")).orElseThrow()).isEqualTo(typed);
    }

    @Test
    void answersAreSummedUpForReading() {
        List<FormSummary.Line> lines = FormSummary.of(FORM, Map.of("surname", "Example", "way", "DESK", "agreed", true,
                "born", LocalDate.of(1990, 3, 7), "people", List.of(Map.of("name", "Ann"))), Map.of());

        assertThat(lines).extracting(FormSummary.Line::answer)
                .containsExactly("Example", "7 March 1990", "Desk", "Yes", "Name: Ann");
    }

    @Test
    void whatIsKnownCanBeSentAsAPageWould() {
        Map<String, Object> answers = Map.of("surname", "Example", "born", LocalDate.of(1990, 3, 7), "way", "DESK",
                "rent", new BigDecimal("450"), "agreed", true, "people", List.of(Map.of("name", "Ann")));

        FormOutcome outcome = FormFixture.VALIDATOR.validate(FORM, FormPage.rawOf(FORM, answers), Map.of());

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.answers()).isEqualTo(answers);
    }

    private static Map<String, List<String>> plus(Map<String, List<String>> raw, String name, String value) {
        Map<String, List<String>> more = new java.util.LinkedHashMap<>(raw);
        more.put(name, List.of(value));
        return more;
    }

    private static String draw(FormPage page) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setResolvablePatterns(java.util.Set.of("form/*"));
        files.setOrder(1);
        StringTemplateResolver text = new StringTemplateResolver();
        text.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(java.util.Set.of(files, text));
        Context context = new Context(Locale.UK, Map.of("page", page));
        return engine.process("<main><th:block th:replace=\"~{form/fields :: errors(${page})}\"></th:block>"
                + "<th:block th:replace=\"~{form/fields :: fields(${page})}\"></th:block></main>", context);
    }
}
