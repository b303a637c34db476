package org.threshold.form;

/**
 * What is wrong with one answer.
 *
 * @param key     the field's key (with {@code [n].} for a row of a repeating list), or empty for the whole form
 * @param message a plain sentence in the council's words
 */
public record FieldError(String key, String message) {
}
