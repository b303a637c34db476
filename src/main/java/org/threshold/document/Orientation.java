package org.threshold.document;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How the camera was held, as a JPEG says it: Exif 2.32, tag 0x0112, 1 to 8; 1 where it does not say. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {
    }

    static int of(byte[] jpeg) {
        try {
            int at = 2;
            while ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) != START_OF_SCAN) {
                int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
                if ((jpeg[at + 1] & 0xFF) == APP1 && isExif(jpeg, at + 4)) {
                    return ofTiff(ByteBuffer.wrap(jpeg, at + 4 + EXIF.length, length - 2 - EXIF.length).slice());
                }
                at += 2 + length;
            }
        } catch (RuntimeException notAsItShouldBe) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] jpeg, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (jpeg[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int said = tiff.getShort(entry + 8) & 0xFFFF;
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Takes a picture of this size to where it stands upright; from 5 on its sides change places. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
