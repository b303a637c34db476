package org.threshold.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Ends with a sentence when more comes than is taken, be it as it was sent or as it grows when it is unzipped. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private final Supplier<LogRefused> refusal;
    private long read;

    BoundedStream(InputStream in, long most, Supplier<LogRefused> refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    static BoundedStream unpacked(InputStream in, long most) {
        return new BoundedStream(in, most, () -> new LogRefused("The log is larger than "
                + Words.number(most / 1024 / 1024) + " MB when it is unzipped: take a part of it."));
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
            throw refusal.get();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
