package org.threshold.logexport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole file that may be handed over, kept until it is closed. Its taking is audited already.
 *
 * @param name   for whoever saves it
 * @param size   bytes
 * @param sha256 64 hexadecimal digits
 */
public record LogFile(Path path, String name, LogFormat format, long size, LogCounts counts, String sha256)
        implements AutoCloseable {

    public void writeTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
