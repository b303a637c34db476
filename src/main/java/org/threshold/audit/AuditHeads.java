package org.threshold.audit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.threshold.audit.store.ChainReader.Head;

/**
 * Ends of chains as a file, to be kept where nobody who can change the database can change it. One line for each chain:
 * its name, the number and the SHA-256 of its last entry, between tabs; the last line says how many there are. The chain
 * of the service has the name {@code -}. A chain is named by its case's reference and says nothing about people.
 */
final class AuditHeads {

    private static final String FIRST = "Threshold audit heads 1";
    private static final String END = "end";
    private static final String SERVICE = "-";

    private AuditHeads() {
    }

    /** Takes heads for a file that does not exist yet. */
    static final class Writer implements AutoCloseable {

        private final BufferedWriter file;
        private long heads;

        /** @throws IOException where it exists already: an older file is worth more than a newer one */
        Writer(Path path) throws IOException {
            file = Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            line(FIRST);
        }

        void add(Head head) throws IOException {
            line((head.chain().isEmpty() ? SERVICE : head.chain()) + "\t" + head.sequence() + "\t"
                    + HexFormat.of().formatHex(head.hash()));
            heads++;
        }

        /** Only a file that was closed this way is whole. */
        long end() throws IOException {
            line(END + "\t" + heads);
            return heads;
        }

        private void line(String text) throws IOException {
            file.write(text);
            file.write('\n');
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** @throws IOException when it cannot be read, or is no such file or not the whole of one */
    static Map<String, Head> read(Path path) throws IOException {
        Map<String, Head> heads = new LinkedHashMap<>();
        try (BufferedReader file = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            if (!FIRST.equals(file.readLine())) {
                throw new IOException(path + " is not a file of audit heads");
            }
            String line = file.readLine();
            while (line != null && !line.startsWith(END + "\t")) {
                Head head = head(line, path);
                heads.put(head.chain(), head);
                line = file.readLine();
            }
            if (line == null || !line.equals(END + "\t" + heads.size())) {
                throw new IOException(path + " is not whole: its end is missing");
            }
        }
        return heads;
    }

    private static Head head(String line, Path path) throws IOException {
        String[] parts = line.split("\t", -1);
        try {
            return new Head(parts[0].equals(SERVICE) ? "" : parts[0], Long.parseLong(parts[1]),
                    HexFormat.of().parseHex(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new IOException(path + " has a line that is no head of a chain: " + line, unreadable);
        }
    }
}
