package org.threshold.process.model;

import java.nio.charset.StandardCharsets;

/**
 * One file that designers own.
 *
 * @param name the stable resource name, such as {@code bpmn/end-of-duty/end-of-duty.bpmn}
 */
public record ModelFile(String name, byte[] content) {

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public boolean is(String ending) {
        return name.endsWith("." + ending);
    }

    /** The file's own name without folder and ending. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }
}
