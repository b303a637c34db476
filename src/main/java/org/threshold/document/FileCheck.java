package org.threshold.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import org.threshold.audit.Sha256;

/**
 * What an upload is, told from its content alone: neither its name nor what the browser calls it is asked. What is not
 * a PDF, a JPEG or a PNG, whole and without anything that runs, is refused in words that say what to do.
 */
@Component
class FileCheck {

    /** @param preview a small picture of it; null where there is none */
    record Checked(DocumentType type, String sha256, byte[] preview) {
    }

    /** At once: each may unpack a large picture. */
    private static final int AT_ONCE = 3;

    private static final String INSTEAD = " Only PDF, JPEG and PNG files are taken in.";
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("image/hei", "This picture is in the HEIC format of some phones. Take it again with the camera set to"
                + " ‘most compatible’, or save it as JPEG, and add that.");
        KNOWN.put("image/svg", "This is a drawing that may hold programs. Print it to a PDF and add that.");
        KNOWN.put("image/", "This picture is of a kind that is not taken in. Save it as JPEG or PNG and add that.");
        KNOWN.put("text/html", "This is a web page. Print it to a PDF and add that.");
        KNOWN.put("application/xhtml", "This is a web page. Print it to a PDF and add that.");
        KNOWN.put("message/", "This is an e-mail. Print it to a PDF and add that, with what is attached as files of"
                + " their own.");
        KNOWN.put("application/x-tika-msoffice", "This is an Office document. Save it as PDF and add that.");
        KNOWN.put("application/x-tika-ooxml", "This is an Office document. Save it as PDF and add that.");
        KNOWN.put("application/vnd.oasis", "This is an office document. Save it as PDF and add that.");
        KNOWN.put("application/zip", "This is a ZIP or Office file. Add what is in it as PDF, JPEG or PNG.");
        KNOWN.put("video/", "This is a film. Describe what it shows in a note.");
        KNOWN.put("application/x-msdownload", "This is a program, whatever its name says. Do not open it.");
        KNOWN.put("application/x-dosexec", "This is a program, whatever its name says. Do not open it.");
        KNOWN.put("application/x-executable", "This is a program, whatever its name says. Do not open it.");
    }

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** @throws DocumentRefused in the officer's words */
    Checked check(byte[] content) {
        DocumentType type = type(content);
        turns.acquireUninterruptibly();
        try {
            byte[] preview = null;
            if (type == DocumentType.PDF) {
                PdfCheck.check(content);
            } else {
                preview = PictureCheck.preview(type, content);
            }
            return new Checked(type, Sha256.of(content), preview);
        } finally {
            turns.release();
        }
    }

    private DocumentType type(byte[] content) {
        String found = sniffed(content);
        for (DocumentType type : DocumentType.values()) {
            if (type.mediaType().equals(found)) {
                return type;
            }
        }
        throw new DocumentRefused(KNOWN.entrySet().stream().filter(known -> found.startsWith(known.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("This kind of file is not taken in." + INSTEAD));
    }

    private String sniffed(byte[] content) {
        try {
            return types.detect(new ByteArrayInputStream(content), new Metadata()).getBaseType().toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
