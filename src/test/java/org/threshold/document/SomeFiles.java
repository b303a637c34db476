package org.threshold.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files as people bring them, and as they should not be. */
public final class SomeFiles {

    private SomeFiles() {
    }

    /** Another one each time. */
    public static byte[] pdf() {
        return pdf(document -> document.getDocumentInformation().setTitle(UUID.randomUUID().toString()));
    }

    static byte[] pdf(Consumer<PDDocument> with) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            with.accept(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Left half red, right half blue; another shade each time. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(new Color((int) (Math.random() * 0xFFFFFF)));
        pen.fillRect(width / 2, height / 2, Math.max(1, width / 20), Math.max(1, height / 20));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg() {
        return picture("jpeg", 400, 300);
    }

    public static byte[] png() {
        return picture("png", 400, 300);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] both(byte[] first, byte[] then) {
        byte[] both = new byte[first.length + then.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }
}
