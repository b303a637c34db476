package org.threshold.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a picture is one from its first to its last byte, by reading it, and the small one that is shown of it: made
 * anew from what was seen, so that nothing else of the file goes to a browser.
 */
final class PictureCheck {

    /** More than the camera of any phone of these years makes of one sheet of paper. */
    private static final long MOST_PIXELS = 64_000_000;
    private static final int PREVIEW = 1000;

    private PictureCheck() {
    }

    /** @return a JPEG, turned as the camera was held */
    static byte[] preview(DocumentType type, byte[] content) {
        if (!PictureEnd.isClean(type, content)) {
            throw new DocumentRefused("Another file is hidden behind this picture. Take the picture again, or make a"
                    + " screenshot of it and add that.");
        }
        try {
            return small(read(type, content), type == DocumentType.JPEG ? Orientation.of(content) : 1);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof DocumentRefused refused) {
                throw refused;
            }
            throw new DocumentRefused("This picture cannot be opened: it is damaged or of a rare kind. Take it again,"
                    + " or save it as PDF and add that.");
        }
    }

    /** All of it, but only as many of its points as are shown. */
    private static BufferedImage read(DocumentType type, byte[] content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new DocumentRefused("This picture is larger than any phone makes. Save it smaller and add that.");
            }
            int every = Math.max(1, Math.max(width, height) / (2 * PREVIEW));
            ImageReadParam some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] small(BufferedImage picture, int orientation) throws IOException {
        double scale = Math.min(1, (double) PREVIEW / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage small = new BufferedImage(lying ? height : width, lying ? width : height,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, small.getWidth(), small.getHeight());
        AffineTransform turn = Orientation.turn(orientation, width, height);
        turn.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        pen.drawImage(picture, turn, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpeg", out)) {
            throw new IOException("No JPEG could be written");
        }
        return out.toByteArray();
    }
}
