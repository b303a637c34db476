package org.threshold.document;

/**
 * A file as it was sent.
 *
 * @param name    what the browser calls it
 * @param size    of all of it, in bytes
 * @param content as much of it as is taken in
 */
public record SentFile(String name, long size, byte[] content) {
}
