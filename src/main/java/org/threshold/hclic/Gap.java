package org.threshold.hclic;

/**
 * Something that the return misses, or that does not fit together.
 *
 * @param row      which row of its section, from 1; 0 where the section has one row
 * @param rule     the field's key, or the name of the rule that does not hold
 * @param sentence what is wrong, in the officer's words
 * @param ask      the page of the case that asks it, after the case's own address; null when only a step asks it
 * @param form     the form of a step that asks it, or null
 */
public record Gap(ReturnSection section, int row, String rule, Severity severity, String sentence, String ask,
                  String form) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
