package org.threshold.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of a matrix as they are written down beside the tests, one to a line; {@code #} begins a remark. */
public final class MatrixRows {

    private MatrixRows() {
    }

    public static TreeSet<String> of(String resource) {
        try (InputStream rows = MatrixRows.class.getResourceAsStream(resource)) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
