package org.threshold.message;

/**
 * A document that goes with a message.
 *
 * @param name    as the recipient sees it; without anything about a person
 * @param type    such as {@code application/pdf}
 * @param content at most {@link #LARGEST} bytes
 */
public record Attachment(String name, String type, byte[] content) {

    /** What mail servers take without asking, in bytes. */
    public static final int LARGEST = 5_000_000;

    public Attachment {
        if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}")) {
            throw new IllegalArgumentException("An attachment has a plain file name");
        }
        if (type == null || content == null || content.length == 0 || content.length > LARGEST) {
            throw new IllegalArgumentException("An attachment has a type and a content that mail can carry");
        }
    }
}
