package org.threshold.form;

/**
 * What is wrong with one answer.
 *
 * @param key     the field's key (with {@code [n].} for a row of a repeating list), empty for the whole form, or the
 *                address of another page that has to be seen to first, beginning with a slash, or
 *                {@link FormPage#GO_ON} where the officer may go on all the same
 * @param message a plain sentence in the council's words
 */
public record FieldError(String key, String message) {
}
