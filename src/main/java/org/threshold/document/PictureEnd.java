package org.threshold.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What stands behind the end of a picture. Phones and screenshot tools leave pieces of their own there; what would be
 * another file to whoever opens it under another name does not belong there.
 */
final class PictureEnd {

    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final List<String> OTHER_FILES = List.of("%pdf-", "pk\u0003\u0004", "pk\u0005\u0006", "<html",
            "<script", "<svg", "<?php", "<!doctype", "mz\u0090\u0000", "\u007felf", "rar!\u001a", "7z\u00bc\u00af");

    private PictureEnd() {
    }

    static boolean isClean(DocumentType type, byte[] content) {
        int end = type == DocumentType.PNG ? endOfPng(content) : endOfJpeg(content);
        String rest = new String(content, end, content.length - end, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return OTHER_FILES.stream().noneMatch(rest::contains);
    }

    /** Where its data end; the whole length where they do not, which whoever reads it will find. */
    private static int endOfPng(byte[] content) {
        for (int at = 0; at + PNG_END.length <= content.length; at++) {
            int same = 0;
            while (same < PNG_END.length && content[at + same] == PNG_END[same]) {
                same++;
            }
            if (same == PNG_END.length) {
                return at + PNG_END.length;
            }
        }
        return content.length;
    }

    /** Steps over the segments, which may hold pictures of their own, and through the data of the scans. */
    private static int endOfJpeg(byte[] content) {
        int at = 2;
        while (at + 3 < content.length) {
            int marker = content[at + 1] & 0xFF;
            if ((content[at] & 0xFF) != 0xFF || marker == 0 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD8) {
                at++;
            } else if (marker == 0xD9) {
                return at + 2;
            } else {
                at += 2 + ((content[at + 2] & 0xFF) << 8 | content[at + 3] & 0xFF);
            }
        }
        return content.length;
    }
}
