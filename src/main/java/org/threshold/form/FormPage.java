package org.threshold.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threshold.form.Component.Field;

/**
 * A form as a page shows it, for the template {@code form/fields.html}.
 *
 * <p>Names of what a page sends: {@code key}; for a date {@code key.day}, {@code key.month} and {@code key.year}, with
 * {@code key.time} for a date and time; in a row of a list {@code list[0].key}. {@code _add} holds a list's key,
 * {@code _remove} holds {@code list[0]}, {@code _fill} the key of a select that fills a list (see {@link FormRows}); {@code _seen} names the conditional questions that the
 * page showed.
 */
public final class FormPage {

    /** Names that a page with a form adds by itself. */
    public static final Set<String> OWN_NAMES = Set.of("_csrf", "_add", "_remove", "_fill", "_seen", "_version",
            "_goOn");

    /** Which state of the facts the page showed, where its subject counts them: a fact of this name. */
    public static final String VERSION = "_version";
    /** The officer has read what was asked and goes on; its value says what was asked. */
    public static final String GO_ON = "_goOn";

    static final String ADD = "_add";
    static final String REMOVE = "_remove";
    static final String FILL = "_fill";
    static final String SEEN = "_seen";

    private final FormDefinition form;
    private final List<FormNode> nodes;
    private final List<ErrorLink> errors;

    /** @param href link to the field, or null when the error concerns no field */
    public record ErrorLink(String href, String message) {
    }

    private FormPage(FormDefinition form, List<FormNode> nodes, List<ErrorLink> errors) {
        this.form = form;
        this.nodes = nodes;
        this.errors = errors;
    }

    /** The form before anyone has typed: what is known already, then the form's own default values. */
    public static FormPage of(FormDefinition form, Map<String, Object> facts) {
        return of(form, facts, InitialValues.of(form, facts), List.of());
    }

    /** The form with what was typed, and what is wrong with it. */
    public static FormPage of(FormDefinition form, Map<String, Object> facts, Map<String, List<String>> raw,
                              List<FieldError> errors) {
        PageBuilder builder = new PageBuilder(form, facts, raw, errors);
        List<FormNode> nodes = builder.build();
        return new FormPage(form, nodes, builder.errorLinks());
    }

    /** What a page would send for known answers: for drafts, tests and programs. */
    public static Map<String, List<String>> rawOf(FormDefinition form, Map<String, Object> answers) {
        return InitialValues.rawOf(form, answers);
    }

    /** The names under which a page may send one question. */
    static List<String> namesOf(Field field, String name) {
        return switch (field.kind()) {
            case DATE -> List.of(name, name + ".day", name + ".month", name + ".year");
            case DATE_TIME -> List.of(name, name + ".day", name + ".month", name + ".year", name + ".time");
            default -> List.of(name);
        };
    }

    static String idOf(String name) {
        return name.replace("].", "-").replace('[', '-').replace('.', '-').replace("]", "");
    }

    public FormDefinition getForm() {
        return form;
    }

    public List<FormNode> getNodes() {
        return nodes;
    }

    public List<ErrorLink> getErrors() {
        return errors;
    }

    /** For the template: a summary of errors by message, first link kept. */
    public Map<String, String> errorsByMessage() {
        Map<String, String> links = new LinkedHashMap<>();
        errors.forEach(error -> links.putIfAbsent(error.message(), error.href()));
        return links;
    }
}
