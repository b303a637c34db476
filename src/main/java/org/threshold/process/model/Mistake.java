package org.threshold.process.model;

/**
 * What is wrong with a file of a designer.
 *
 * @param file    the resource name
 * @param element name and id of the element, or empty when the whole file is meant
 * @param what    what is wrong and how to mend it, in one or two sentences
 */
public record Mistake(String file, String element, String what) {

    public String sentence() {
        return element.isEmpty() ? file + ": " + what : file + ", " + element + ": " + what;
    }

    @Override
    public String toString() {
        return sentence();
    }
}
