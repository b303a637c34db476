package org.threshold.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Before a PDF is read as a whole, how much its packed tables of objects unpack to: those alone are unpacked to find
 * what is in the file, and a small file can be made to unpack to more than any memory.
 */
final class PdfUnpacking {

    private static final long MOST = 100L * 1024 * 1024;
    /** So far before its data the description of a packed table begins. */
    private static final int DESCRIPTION = 2000;
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern TABLE = Pattern.compile("ObjStm|XRef");
    private static final Pattern TWICE = Pattern.compile("(?s)(FlateDecode|Fl\\b).*(FlateDecode|Fl\\b)");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfUnpacking() {
    }

    static void check(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Matcher stream = STREAM.matcher(text);
        long unpacked = 0;
        while (stream.find()) {
            String before = description(text, stream.start());
            if (!before.endsWith("end") && TABLE.matcher(before).find()) {
                unpacked += TWICE.matcher(before).find() ? MOST + 1 : size(content, stream.end(), MOST - unpacked);
            }
            if (unpacked > MOST) {
                throw new DocumentRefused("This PDF unpacks to more than can be looked at. Print it to a new PDF and"
                        + " add that.");
            }
        }
    }

    /** What describes the data that begin here: from the last object's beginning on, with names written plainly. */
    private static String description(String text, int data) {
        String before = text.substring(Math.max(0, data - DESCRIPTION), data);
        String own = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return ESCAPED.matcher(own).replaceAll(found -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static long size(byte[] content, int from, long most) {
        Inflater inflater = new Inflater();
        byte[] some = new byte[64 * 1024];
        long size = 0;
        try {
            inflater.setInput(content, from, content.length - from);
            int got = inflater.inflate(some);
            while (got > 0 && size <= most) {
                size += got;
                got = inflater.inflate(some);
            }
        } catch (DataFormatException notPacked) {
            return size;
        } finally {
            inflater.end();
        }
        return size;
    }
}
