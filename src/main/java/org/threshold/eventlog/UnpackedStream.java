package org.threshold.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a sentence when a file grows larger than is taken, which a small one may when it is unzipped. */
final class UnpackedStream extends FilterInputStream {

    private final long most;
    private long read;

    UnpackedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new LogRefused("The log is larger than " + Words.number(most / 1024 / 1024) + " MB when it is unzipped:"
                    + " take a part of it.");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
