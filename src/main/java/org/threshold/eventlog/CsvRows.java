package org.threshold.eventlog;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Watches CSV on its way to the parser, which keeps a whole row in memory before it shows it: ends with a sentence when
 * one is longer than any log's, as it is where a quotation mark is never closed.
 */
final class CsvRows extends FilterReader {

    private final int longest;
    private boolean quoted;
    private long line = 1;
    private long rowBegan = 1;
    private int length;
    private char before;

    CsvRows(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            see((char) one);
        }
        return one;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        for (int i = 0; i < got; i++) {
            see(into[offset + i]);
        }
        return got;
    }

    private void see(char one) {
        line += one == '\r' || one == '\n' && before != '\r' ? 1 : 0;
        before = one;
        if (one == '"') {
            quoted = !quoted;
        } else if ((one == '\n' || one == '\r') && !quoted) {
            length = 0;
            rowBegan = line;
        }
        if (one == '\0') {
            throw new LogRefused("There is a character at line " + Words.number(line) + " that is not text, so the file"
                    + " is not CSV.");
        }
        if (++length > longest) {
            throw new LogRefused("The row at line " + Words.number(rowBegan) + " has no end: a quotation mark is"
                    + " missing, or the file is not CSV.");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
