package org.threshold.eventlog;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unzips, and says so itself where that fails: the parsers take a file that is cut off for one that ends. */
final class UnzippedStream extends FilterInputStream {

    private UnzippedStream(InputStream unzipped) {
        super(unzipped);
    }

    static UnzippedStream of(InputStream zipped, int buffer) throws IOException {
        try {
            return new UnzippedStream(new GZIPInputStream(zipped, buffer));
        } catch (ZipException | EOFException broken) {
            throw refused();
        }
    }

    private static LogRefused refused() {
        return new LogRefused("The file is gzipped, but broken or cut off: make it again.");
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZipException | EOFException broken) {
            throw refused();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (ZipException | EOFException broken) {
            throw refused();
        }
    }
}
