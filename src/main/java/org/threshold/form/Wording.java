package org.threshold.form;

import org.threshold.form.Answer.Problem;
import org.threshold.form.Component.Field;

/** Sentences about answers: the council's own where the form has them, otherwise in the style of GOV.UK. */
final class Wording {

    private Wording() {
    }

    static String of(Field field, Problem problem) {
        return of(field, problem.property(), named(field) + " " + problem.words());
    }

    static String of(Field field, String property, String otherwise) {
        return property == null ? otherwise : field.properties().getOrDefault(property, otherwise);
    }

    static String missing(Field field) {
        String label = field.label();
        String sentence;
        if (field.kind() == FieldKind.CHECKBOX) {
            sentence = "Confirm that: " + label;
        } else if (isQuestion(label)) {
            sentence = (field.kind().hasOptions() ? "Select" : "Enter") + " an answer to ‘" + label + "’";
        } else {
            sentence = (field.kind().hasOptions() ? "Select " : "Enter ") + inSentence(label);
        }
        return of(field, "requiredMessage", sentence);
    }

    /** The question's name at the start of a sentence. */
    static String named(Field field) {
        return isQuestion(field.label()) ? "The answer to ‘" + field.label() + "’" : field.label();
    }

    private static boolean isQuestion(String label) {
        return label.strip().endsWith("?");
    }

    /** Lower-case first letter, unless the first word is an abbreviation or a single capital. */
    private static String inSentence(String label) {
        if (label.length() < 2 || !Character.isLowerCase(label.charAt(1))) {
            return label;
        }
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
