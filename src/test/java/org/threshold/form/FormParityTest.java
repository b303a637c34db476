package org.threshold.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.threshold.browser.BrowserTest;

/**
 * Every form, drawn by Threshold and by form-js side by side while answers are given: the same questions, the same
 * conditions, the same required marks, the same choices; and the server decides as the browser does.
 */
class FormParityTest extends BrowserTest {

    private static final int ANSWERS = 12;
    /** Our questions that show: label, required, choices. */
    private static final String OURS = """
            () => [...document.querySelectorAll('[data-required]')]
              .filter(group => !group.closest('fieldset[hidden]'))
              .map(group => {
                const label = (group.querySelector('legend, .govuk-label--s') ?? group.querySelector('label')).cloneNode(true);
                label.querySelectorAll('.threshold-optional').forEach(mark => mark.remove());
                const choices = [...group.querySelectorAll(':scope fieldset .govuk-radios__label, :scope fieldset .govuk-checkboxes__label')]
                  .map(one => one.textContent.trim());
                return [label.textContent.trim(), group.dataset.required, ...choices].join(' | ');
              })""";
    /** The same of form-js. */
    private static final String THEIRS = """
            () => [...document.querySelectorAll('.fjs-form-field')]
              .filter(field => !field.matches('.fjs-form-field-grouplike, .fjs-form-field-text, .fjs-form-field-table,'
                + ' .fjs-form-field-separator, .fjs-form-field-spacer, .fjs-readonly, .fjs-disabled'))
              .filter(field => field.querySelector('.fjs-form-field-label'))
              .map(field => {
                const label = field.querySelector('.fjs-form-field-label').cloneNode(true);
                const required = label.querySelector('.fjs-asterix') !== null;
                label.querySelectorAll('.fjs-asterix').forEach(mark => mark.remove());
                const listed = field.matches('.fjs-form-field-radio, .fjs-form-field-checklist');
                const choices = listed ? [...field.querySelectorAll('.fjs-inline-label')].map(one => one.textContent.trim()) : [];
                return [label.textContent.trim(), String(required), ...choices].join(' | ');
              })""";
    private static final String SENT = """
            () => [...new FormData(document.querySelector('main form')).entries()].map(([name, value]) => [name, String(value)])""";
    /** Gives one answer by clicking, as an officer does: the n-th of all choices that can be clicked. */
    private static final String ANSWER = """
            n => {
              const choices = [...document.querySelectorAll('main form input[type=radio], main form input[type=checkbox], main form option')]
                .filter(one => !one.closest('fieldset:disabled') && one.value !== '');
              if (choices.length === 0) return;
              const choice = choices[n % choices.length];
              if (choice.tagName === 'OPTION') {
                choice.selected = true;
                choice.parentElement.dispatchEvent(new Event('change', { bubbles: true }));
              } else {
                choice.click();
              }
            }""";

    @Autowired
    private SpringTemplateEngine pages;

    static Stream<Path> forms() throws IOException {
        return Files.walk(Path.of("forms")).filter(file -> file.toString().endsWith(".form")).sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void thresholdAndFormJsAskTheSame(Path file) throws IOException {
        FormDefinition form = FormReader.read(file.toString(), Files.readString(file));
        Map<String, Object> facts = choicesFromData(form);
        Page ours = ours(form, facts);
        Page theirs = theirs();
        Random random = new Random(form.id().hashCode());
        for (int given = 0; given <= ANSWERS; given++) {
            if (given > 0) {
                ours.evaluate(ANSWER, random.nextInt(10_000));
            }
            Map<String, List<String>> sent = sent(ours);
            String after = form.id() + " after " + sent;
            assertThat(theirs(theirs, form, facts, sent)).as(after).isEqualTo(ours.evaluate(OURS));
            assertThat(shown(FormPage.of(form, facts, sent, List.of()).getNodes())).as("the server: " + after)
                    .isEqualTo(ours.evaluate("() => [...document.querySelectorAll('[data-required]')]"
                            + ".filter(one => !one.closest('fieldset[hidden]')).map(one => one.dataset.field)"));
        }
    }

    private Page ours(FormDefinition form, Map<String, Object> facts) {
        String html = pages.process("form/alone", new Context(Locale.UK, Map.of("page", FormPage.of(form, facts))));
        Page page = desktop();
        page.navigate(url("/sign-in"));
        page.setContent(html);
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(url("/assets/threshold.js?alone")).setType("module"));
        return page;
    }

    private Page theirs() throws IOException {
        Page page = desktop();
        page.navigate("about:blank");
        try (InputStream viewer = getClass().getResourceAsStream("/static/assets/form-js/form-viewer.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new String(viewer.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return page;
    }

    private static Object theirs(Page page, FormDefinition form, Map<String, Object> facts,
                                 Map<String, List<String>> sent) {
        Map<String, Object> data = new HashMap<>(facts);
        data.putAll(given(form, sent));
        page.evaluate("""
                async ([schema, data]) => {
                  document.body.innerHTML = '<div id="form"></div>';
                  await FormViewer.createForm({ schema: JSON.parse(schema), data, container: document.querySelector('#form') });
                }""", List.of(form.json(), data));
        page.waitForFunction("() => document.querySelectorAll('.fjs-form-field').length > 0");
        return page.evaluate(THEIRS);
    }

    /** The answers as form-js holds them. */
    private static Map<String, Object> given(FormDefinition form, Map<String, List<String>> sent) {
        Map<String, Object> given = new HashMap<>();
        for (Component.Field field : form.fields()) {
            List<String> values = sent.getOrDefault(field.key(), List.of());
            if (field.kind() == FieldKind.CHECKBOX) {
                given.put(field.key(), !values.isEmpty());
            } else if (!values.isEmpty() && field.kind() == FieldKind.CHECKBOXES) {
                given.put(field.key(), values);
            } else if (!values.isEmpty() && !values.get(0).isEmpty()) {
                given.put(field.key(), values.get(0));
            }
        }
        form.lists().forEach(list -> given.put(list.key(), rows(list, sent)));
        return given;
    }

    private static List<Map<String, Object>> rows(Component.RepeatingList list, Map<String, List<String>> sent) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < FormRows.count(list, list.key(), sent); row++) {
            Map<String, List<String>> inRow = new HashMap<>();
            String prefix = list.key() + "[" + row + "].";
            sent.forEach((name, values) -> {
                if (name.startsWith(prefix)) {
                    inRow.put(name.substring(prefix.length()), values);
                }
            });
            rows.add(given(new FormDefinition("row", "row", list.components(), ""), inRow));
        }
        return rows;
    }

    private static Map<String, List<String>> sent(Page page) {
        Map<String, List<String>> sent = new HashMap<>();
        for (Object pair : (List<?>) page.evaluate(SENT)) {
            List<?> entry = (List<?>) pair;
            sent.computeIfAbsent((String) entry.get(0), name -> new ArrayList<>()).add((String) entry.get(1));
        }
        return sent;
    }

    private static List<String> shown(List<FormNode> nodes) {
        List<String> shown = new ArrayList<>();
        for (FormNode node : nodes) {
            if (node.isHidden()) {
                continue;
            }
            if (node.getName() != null && !node.getType().equals("list") && !node.getType().equals("answer")) {
                shown.add(node.getName());
            }
            shown.addAll(shown(node.getNodes()));
            node.getRows().forEach(row -> shown.addAll(shown(row.nodes())));
        }
        return shown;
    }

    private static Map<String, Object> choicesFromData(FormDefinition form) {
        Map<String, Object> facts = new HashMap<>();
        Stream.concat(form.fields().stream(), form.lists().stream()
                .flatMap(list -> FormDefinition.fieldsOf(list.components()).stream()))
                .filter(field -> field.optionsFrom() != null)
                .forEach(field -> facts.put(field.optionsFrom(), List.of(Map.of("value", "ONE", "label", "One"),
                        Map.of("value", "TWO", "label", "Two"))));
        return facts;
    }
}
