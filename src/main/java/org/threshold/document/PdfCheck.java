package org.threshold.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a PDF is one that can be read, and nothing else: no password, nothing that runs, nothing hidden in it, and no
 * other file before or behind it. One that is not is refused and not mended, because evidence is kept as it came.
 */
final class PdfCheck {

    private static final String PRINT = " Print it to a new PDF and add that.";
    private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /** Keys whose mere presence means that something runs or is carried along. */
    private static final Set<String> KEYS = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent",
            "RichMediaSettings");
    /** Actions (ISO 32000-1, 12.6.4) that do more than lead to a place or an address. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE",
            "GoToR", "Rendition", "Movie", "Sound", "RichMediaExecute");

    private PdfCheck() {
    }

    static void check(byte[] content) {
        if (!at(content, 0, BEGIN) || !endsThere(content)) {
            throw new DocumentRefused("Something else is hidden in this PDF, before it begins or after it ends."
                    + PRINT);
        }
        PdfUnpacking.check(content);
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw locked();
            }
            if (document.getNumberOfPages() < 1) {
                throw broken();
            }
            look(document.getDocument());
        } catch (InvalidPasswordException password) {
            throw locked();
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException
                | NullPointerException | StackOverflowError unreadable) {
            throw broken();
        }
    }

    private static DocumentRefused locked() {
        return new DocumentRefused("This PDF is protected by a password. Open it, print it to a new PDF and add that.");
    }

    private static DocumentRefused broken() {
        return new DocumentRefused("This PDF cannot be read: it is damaged or not finished. Ask for it again, or take a"
                + " picture of the paper.");
    }

    /** Every object of the file, also what no page leads to. */
    private static void look(COSDocument document) throws IOException {
        look(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSObject object = document.getObjectFromPool(key);
            look(object.getObject());
        }
    }

    /** One object with what stands in it; what it refers to is looked at in its own turn. */
    private static void look(COSBase object) {
        Deque<COSBase> waiting = new ArrayDeque<>();
        if (object != null) {
            waiting.add(object);
        }
        while (!waiting.isEmpty()) {
            COSBase next = waiting.remove();
            if (next instanceof COSDictionary dictionary) {
                look(dictionary, waiting);
            } else if (next instanceof COSArray array) {
                array.forEach(each -> add(each, waiting));
            }
        }
    }

    private static void look(COSDictionary dictionary, Deque<COSBase> waiting) {
        for (COSName key : dictionary.keySet()) {
            COSBase value = dictionary.getItem(key);
            if (KEYS.contains(key.getName()) || key.equals(COSName.S) && named(value, ACTIONS)
                    || key.equals(COSName.TYPE) && named(value, Set.of("EmbeddedFile"))) {
                throw new DocumentRefused("This PDF holds a program or another file." + PRINT);
            }
            add(value, waiting);
        }
    }

    private static boolean named(COSBase value, Set<String> names) {
        COSBase direct = value instanceof COSObject object ? object.getObject() : value;
        return direct instanceof COSName name && names.contains(name.getName());
    }

    private static void add(COSBase each, Deque<COSBase> waiting) {
        if (each != null && !(each instanceof COSObject)) {
            waiting.add(each);
        }
    }

    /** Behind the last end there is nothing but space. */
    private static boolean endsThere(byte[] content) {
        int at = content.length - 1;
        while (at >= 0 && (content[at] <= ' ' && content[at] >= 0)) {
            at--;
        }
        return at(content, at - END.length + 1, END);
    }

    private static boolean at(byte[] content, int from, byte[] what) {
        if (from < 0 || from + what.length > content.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (content[from + i] != what[i]) {
                return false;
            }
        }
        return true;
    }
}
