package org.threshold.eventlog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** Reads a log of any of the forms that are taken; which it is, its first bytes say. Reads to the end or not at all. */
public final class EventLogReader {

    private static final int LOOKED_AT = 4;
    private static final int BUFFER = 64 * 1024;

    private final LogMapping mapping;
    private final Limits limits;

    public EventLogReader(LogMapping mapping, Limits limits) {
        this.mapping = mapping;
        this.limits = limits;
    }

    /**
     * @param in XES or CSV, either of them gzipped or not; it is not closed
     * @throws LogRefused  where it cannot be read, in one sentence
     * @throws IOException where the bytes do not come
     */
    public EventLog read(InputStream in) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(in, BUFFER);
        try {
            return unpacked(new BufferedInputStream(BoundedStream.unpacked(isGzip(packed)
                    ? UnzippedStream.of(packed, BUFFER) : packed, limits.unpacked()), BUFFER));
        } catch (CharacterCodingException notUtf8) {
            throw new LogRefused("The file is not written in UTF-8: save it as ‘CSV UTF-8’.");
        }
    }

    private EventLog unpacked(BufferedInputStream in) throws IOException {
        byte[] start = start(in);
        if (start.length == 0) {
            throw new LogRefused("The file is empty.");
        }
        if (start.length > 2 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            throw new LogRefused("The file is an Excel workbook or a zip archive: send the XES or CSV file itself, or"
                    + " gzipped.");
        }
        if (start.length > 1 && (wide(start[0], start[1]) || wide(start[1], start[0]))) {
            throw new LogRefused("The file is written in UTF-16: save it in UTF-8.");
        }
        if (isGzip(in)) {
            throw new LogRefused("The file is gzipped twice: unzip it once.");
        }
        skipMarkAndSpace(in, start);
        int first = firstByte(in);
        if (first == '{' || first == '[') {
            throw new LogRefused("The file is JSON, which is not read here: send the log as XES or CSV.");
        }
        return first == '<' ? new XesReader(mapping, limits).read(in) : new CsvReader(mapping, limits).read(in);
    }

    /** The mark of UTF-16, or a letter of it: a sign and a nought. */
    private static boolean wide(byte one, byte other) {
        return (one & 0xFF) == 0xFE && (other & 0xFF) == 0xFF || one == 0 && other != 0;
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        byte[] start = start(in);
        return start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    private static byte[] start(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        return start;
    }

    /** The mark of UTF-8, and the space that some programs leave before XML. */
    private static void skipMarkAndSpace(BufferedInputStream in, byte[] start) throws IOException {
        if (start.length > 2 && (start[0] & 0xFF) == 0xEF && (start[1] & 0xFF) == 0xBB && (start[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
        }
        for (int first = firstByte(in); first == ' ' || first == '\r' || first == '\n'; first = firstByte(in)) {
            in.skipNBytes(1);
        }
    }

    /** @return -1 where there is none */
    private static int firstByte(BufferedInputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }
}
