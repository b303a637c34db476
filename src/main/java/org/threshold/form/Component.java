package org.threshold.form;

import java.util.List;
import java.util.Map;

/** One part of a form, in the order of the page. */
public sealed interface Component {

    /** The component's id in the file. */
    String id();

    /** When this holds the component is hidden; null when it always shows. Includes the conditions of its groups. */
    Condition hide();

    /**
     * A question.
     *
     * @param hint         help under the label, or null
     * @param readOnly     shown, never accepted
     * @param defaultValue what the form starts with, as submitted text; empty when nothing
     * @param options      static choices; empty when they come from data
     * @param optionsFrom  name of the fact that holds the choices, or null
     * @param prefix       such as £, or null
     */
    record Field(String id, FieldKind kind, String key, String label, String hint, boolean readOnly,
                 List<String> defaultValue, Rules rules, List<Option> options, String optionsFrom, String prefix,
                 String suffix, Condition hide, Map<String, String> properties) implements Component {

        /** Whether the answer also goes to a process variable of the same name. */
        public boolean isProcessVariable() {
            return "true".equals(properties.get("processVariable"));
        }

        /** The list to which a choice adds rows at the press of a button, or null for an ordinary question. */
        public String fills() {
            return properties.get("fills");
        }

        /** Whether the answer is about a person, so that browsers are told not to remember it. */
        public boolean isPersonal() {
            return "true".equals(properties.get("personal"));
        }
    }

    /** Questions under one heading. Their answers are not nested. */
    record Group(String id, String label, List<Component> components, Condition hide) implements Component {
    }

    /**
     * Rows of the same questions; its answer is a {@code List<Map<String, Object>>}.
     *
     * @param rows        rows on an empty form
     * @param mayAddRows  whether the officer adds and removes rows
     * @param maxRows     rows accepted
     */
    record RepeatingList(String id, String key, String label, List<Component> components, int rows,
                         boolean mayAddRows, int maxRows, Condition hide, Map<String, String> properties)
            implements Component {
    }

    /** Rows of a fact, to read. */
    record Table(String id, String label, String source, List<Column> columns, Condition hide) implements Component {

        /** @param key name of the value in each row */
        public record Column(String key, String label) {
        }
    }

    /** Words to read, in a small part of Markdown; {@code {{name}}} is replaced by a fact. */
    record Text(String id, String markdown, Condition hide) implements Component {
    }

    /** A line across the page. */
    record Separator(String id, Condition hide) implements Component {
    }

    /** Empty space. */
    record Spacer(String id, Condition hide) implements Component {
    }
}
