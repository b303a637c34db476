package org.threshold.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.threshold.form.FormFixture.form;
import static org.threshold.form.FormFixture.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;

class FormReaderTest {

    @Test
    void everyComponentOfTheListIsRead() {
        FormDefinition form = form(
                "{'type': 'text', 'id': 't', 'text': '# Hello {{name}}'}",
                "{'type': 'textfield', 'id': 'a', 'key': 'surname', 'label': 'Surname', 'validate': {'required': true}}",
                "{'type': 'textarea', 'id': 'b', 'key': 'story', 'label': 'Story'}",
                "{'type': 'number', 'id': 'c', 'key': 'rent', 'label': 'Rent', 'decimalDigits': 2}",
                "{'type': 'datetime', 'id': 'd', 'key': 'born', 'subtype': 'date', 'dateLabel': 'Date of birth'}",
                "{'type': 'datetime', 'id': 'e', 'key': 'at', 'subtype': 'time', 'timeLabel': 'Time'}",
                "{'type': 'datetime', 'id': 'f', 'key': 'when', 'subtype': 'datetime', 'dateLabel': 'When'}",
                "{'type': 'checkbox', 'id': 'g', 'key': 'agreed', 'label': 'Agreed'}",
                "{'type': 'checklist', 'id': 'h', 'key': 'needs', 'label': 'Needs', 'values': [{'label': 'A', 'value': 'A'}]}",
                "{'type': 'taglist', 'id': 'i', 'key': 'tags', 'label': 'Tags', 'valuesKey': 'options.tags'}",
                "{'type': 'group', 'id': 'j', 'label': 'More', 'components': [{'type': 'radio', 'id': 'k', 'key': 'way',"
                        + " 'label': 'Way', 'values': [{'label': 'B', 'value': 'B'}], 'properties':"
                        + " {'processVariable': 'true'}}]}",
                "{'type': 'select', 'id': 'l', 'key': 'office', 'label': 'Office', 'valuesExpression': '=options.offices'}",
                "{'type': 'dynamiclist', 'id': 'm', 'path': 'people', 'label': 'People', 'isRepeating': true,"
                        + " 'components': [{'type': 'textfield', 'id': 'n', 'key': 'name', 'label': 'Name'}]}",
                "{'type': 'table', 'id': 'o', 'label': 'Table', 'dataSource': '=rows', 'columns': [{'key': 'x', 'label': 'X'}]}",
                "{'type': 'separator', 'id': 'p'}", "{'type': 'spacer', 'id': 'q', 'height': 60}");

        assertThat(form.components()).hasSize(16);
        assertThat(form.fields()).extracting(Field::key).containsExactly("surname", "story", "rent", "born", "at",
                "when", "agreed", "needs", "tags", "way", "office");
        assertThat(form.fields()).extracting(Field::kind).containsExactly(FieldKind.TEXT, FieldKind.TEXT_AREA,
                FieldKind.NUMBER, FieldKind.DATE, FieldKind.TIME, FieldKind.DATE_TIME, FieldKind.CHECKBOX,
                FieldKind.CHECKBOXES, FieldKind.CHECKBOXES, FieldKind.RADIO, FieldKind.SELECT);
        assertThat(form.lists()).extracting(RepeatingList::key).containsExactly("people");
        assertThat(form.processVariables()).extracting(Field::key).containsExactly("way");
        assertThat(form.components().get(10)).isInstanceOf(Group.class);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'type': 'filepicker', 'key': 'file', 'label': 'File'}                                  | 'file' has the type 'filepicker', which is not supported. Camunda Platform 7 cannot take files
            {'type': 'button', 'key': 'go', 'label': 'Go'}                                          | the page has its own buttons
            {'type': 'html', 'id': 'h'}                                                             | Use a text view
            {'type': 'wonder', 'key': 'w'}                                                          | 'w' has the type 'wonder', which is not supported
            {'type': 'textfield', 'label': 'No key'}                                                | needs a key
            {'type': 'textfield', 'key': 'a.b', 'label': 'Dotted'}                                  | needs a key
            {'type': 'textfield', 'key': '_csrf', 'label': 'Reserved'}                              | needs a key
            {'type': 'textfield', 'key': 'a'}                                                       | has no label
            {'type': 'textfield', 'key': 'a', 'label': '=name'}                                     | computes its label
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'requried': true}                       | has the attribute 'requried'
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'requried': true}}         | has the rule 'requried'
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'required': '=b'}}         | computes whether it is required
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'minLength': 'x'}}         | a minLength that is not a number
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'pattern': '(a+)+$'}}      | repeats a group that itself repeats
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'pattern': '(a?a)*$'}}    | repeats a group that itself repeats or chooses
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'pattern': '(?=x)a'}}      | looks ahead or behind
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'validate': {'pattern': '[a'}}          | is not a regular expression
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'properties': {'requiredMesage': 'x'}}  | property 'requiredMesage', which is not known
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'properties': {'processVariable': 'true'}} | cannot be a process variable, because it takes free text
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'properties': {'width': 'wide'}}        | which must be 2, 3, 4
            {'type': 'datetime', 'key': 'a', 'dateLabel': 'A', 'properties': {'latest': 'tomorrow'}} | Write a day such as 2018-04-03
            {'type': 'radio', 'key': 'a', 'label': 'A'}                                             | has no choices
            {'type': 'radio', 'key': 'a', 'label': 'A', 'values': [{'label': 'B', 'value': true}]}  | without a label or a text value
            {'type': 'radio', 'key': 'a', 'label': 'A', 'values': [{'label': 'B', 'value': 'B'}, {'label': 'C', 'value': 'B'}]} | the choice 'B' twice
            {'type': 'radio', 'key': 'a', 'label': 'A', 'valuesExpression': '=for x in y return x'} | computes its choices
            {'type': 'radio', 'key': 'a', 'label': 'A', 'defaultValue': 'Z', 'values': [{'label': 'B', 'value': 'B'}]} | begins with a choice that it does not offer
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'conditional': {'hide': '=b = 1'}}      | reads 'b', which is not a question of this form
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'conditional': {'hide': '=a = 1'}}      | depends on itself
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'conditional': {'hide': '=upper(a)'}}   | condition that cannot be used
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'conditional': {'hide': 'a = 1'}}       | a condition begins with '='
            {'type': 'textfield', 'key': 'a', 'label': 'A', 'readonly': '=true'}                    | computes whether it is readonly
            {'type': 'group', 'id': 'g', 'path': 'nested', 'components': []}                        | Clear the path
            {'type': 'dynamiclist', 'path': 'p', 'components': []}                                  | has no group label
            {'type': 'dynamiclist', 'path': 'p', 'label': 'P', 'components': [{'type': 'dynamiclist', 'path': 'q', 'label': 'Q', 'components': []}]} | a dynamic list inside another
            {'type': 'table', 'id': 't', 'dataSource': '=rows'}                                     | needs columns
            {'type': 'table', 'id': 't', 'dataSource': '=rows[1]', 'columns': [{'key': 'a', 'label': 'A'}]} | name of a fact
            {'type': 'text', 'id': 't', 'text': '{{#if x}}y{{/if}}'}                                | computes its text
            7                                                                                       | not a component
            """)
    void whatOfficersCouldNotBeOfferedIsRefusedWithTheMend(String component, String sentence) {
        assertThatThrownBy(() -> form(component)).isInstanceOf(UnsupportedForm.class)
                .hasMessageStartingWith("forms/test/test.form").hasMessageContaining(sentence).message().endsWith(".");
    }

    @Test
    void conditionsMayNotGoInACircleNorReadDates() {
        assertThatThrownBy(() -> form(
                "{'type': 'checkbox', 'key': 'a', 'label': 'A', 'conditional': {'hide': '=b'}}",
                "{'type': 'checkbox', 'key': 'b', 'label': 'B', 'conditional': {'hide': '=not(a)'}}"))
                .isInstanceOf(UnsupportedForm.class).hasMessageContaining("circle");
        assertThatThrownBy(() -> form("{'type': 'datetime', 'key': 'd', 'dateLabel': 'D'}",
                "{'type': 'checkbox', 'key': 'b', 'label': 'B', 'conditional': {'hide': '=d = null'}}"))
                .isInstanceOf(UnsupportedForm.class).hasMessageContaining("cannot read dates");
    }

    @Test
    void aConditionInARowSaysWhichRow() {
        String list = "{'type': 'dynamiclist', 'path': 'p', 'label': 'P', 'components': [{'type': 'checkbox', 'key': 'a',"
                + " 'label': 'A'}, {'type': 'checkbox', 'key': 'b', 'label': 'B', 'conditional': {'hide': '=not(%s)'}}]}";

        assertThatThrownBy(() -> form(list.formatted("a"))).isInstanceOf(UnsupportedForm.class)
                .hasMessageContaining("Write this.a");
        assertThat(form(list.formatted("this.a")).lists()).hasSize(1);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        UnsupportedForm refused = catchThrowableOfType(UnsupportedForm.class, () -> form("{'type': 'wonder'}",
                "{'type': 'textfield', 'key': 'a', 'label': 'A'}", "{'type': 'textfield', 'key': 'a', 'label': 'B'}"));

        assertThat(refused.problems()).hasSize(2).anyMatch(problem -> problem.contains("same key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"components\": {}}", "{\"components\": []} x",
        "{\"id\": \"a\", \"id\": \"b\", \"components\": []}", "{\"id\": 7, \"components\": []}",
        "{\"id\": \"a\", \"components\": [], \"executionPlatform\": \"Camunda Cloud\","
                + " \"executionPlatformVersion\": \"8.5.0\"}"})
    void aFileThatIsNoFormOfThisPlatformIsRefused(String file) {
        assertThatThrownBy(() -> FormReader.read("forms/x.form", file)).isInstanceOf(UnsupportedForm.class)
                .hasMessageStartingWith("forms/x.form");
    }

    @Test
    void aFileNestedWithoutEndIsRefused() {
        String deep = json("{\"type\":\"group\",\"id\":\"g\",\"components\":[".repeat(5000) + "]}".repeat(5000));

        assertThatThrownBy(() -> FormReader.read("forms/x.form", deep)).isInstanceOf(UnsupportedForm.class);
    }
}
