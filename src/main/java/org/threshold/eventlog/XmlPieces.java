package org.threshold.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches XML on its way to the parser, which keeps a whole tag or comment in memory before it shows it: ends with a
 * sentence when one is longer than any log's, and at a document type, which could name other files or swell.
 */
final class XmlPieces extends FilterInputStream {

    /** Where the last byte stood. A value may hold {@code >}, but never {@code <}, outside of comments and the like. */
    private enum Place { OUTSIDE, OPENED, BANG, COMMENT, DATA, INSTRUCTION }

    /** From its opening bracket to its closing one, that of {@code <!---->}. */
    private static final int SHORTEST_COMMENT = 6;

    private final int longest;
    private Place place = Place.OUTSIDE;
    private int length;
    private int before;
    private int beforeThat;

    XmlPieces(InputStream in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            see(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        for (int i = 0; i < got; i++) {
            see(into[offset + i] & 0xFF);
        }
        return got;
    }

    private void see(int one) {
        if (++length > longest) {
            throw new LogRefused("The log has an element or a text that is longer than " + Words.number(longest)
                    + " characters, so it is not a log.");
        }
        switch (place) {
            case OUTSIDE -> opens(one);
            case OPENED -> place = one == '!' ? Place.BANG : one == '?' ? Place.INSTRUCTION : Place.OUTSIDE;
            case BANG -> begins(one);
            case COMMENT -> closes(one == '>' && before == '-' && beforeThat == '-' && length >= SHORTEST_COMMENT);
            case DATA -> closes(one == '>' && before == ']' && beforeThat == ']');
            case INSTRUCTION -> closes(one == '>' && before == '?');
        }
        beforeThat = before;
        before = one;
    }

    private void opens(int one) {
        if (one == '<') {
            place = Place.OPENED;
            length = 0;
        }
    }

    private void begins(int one) {
        if (one == 'D') {
            throw new LogRefused("The file has a document type declaration (DOCTYPE), which logs do not need and which"
                    + " is not read: take it out.");
        }
        place = one == '[' ? Place.DATA : one == '-' ? Place.COMMENT : Place.OUTSIDE;
    }

    private void closes(boolean ended) {
        if (ended) {
            place = Place.OUTSIDE;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
