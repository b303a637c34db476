package org.threshold.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.threshold.document.SomeFiles.both;
import static org.threshold.document.SomeFiles.text;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken in and what is not, by content alone. */
class FileCheckTest {

    private final FileCheck check = new FileCheck();

    static Stream<Arguments> takenIn() {
        return Stream.of(arguments("a PDF", SomeFiles.pdf(), DocumentType.PDF),
                arguments("a JPEG", SomeFiles.jpeg(), DocumentType.JPEG),
                arguments("a PNG", SomeFiles.png(), DocumentType.PNG),
                arguments("a PDF that leads to a web page", SomeFiles.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(uri())), DocumentType.PDF),
                arguments("a JPEG with a piece of the phone behind it", both(SomeFiles.jpeg(),
                        text("SEFT Image_UTC_Data1700000000")), DocumentType.JPEG),
                arguments("a picture with transparency", transparent(), DocumentType.PNG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takenIn(String what, byte[] content, DocumentType type) {
        FileCheck.Checked checked = check.check(content);
        assertThat(checked.type()).isEqualTo(type);
        assertThat(checked.sha256()).hasSize(64).isEqualTo(check.check(content).sha256());
        assertThat(checked.preview() != null).isEqualTo(type.picture());
    }

    static Stream<Arguments> refused() {
        byte[] pdf = SomeFiles.pdf();
        byte[] jpeg = SomeFiles.jpeg();
        return Stream.of(
                arguments("a program called photo.jpg", text("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0\u00b8\0\0\0"
                        + "\0".repeat(44) + "PE\0\0"), "program"),
                arguments("a program of another system", text("\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\u003e\0"),
                        "program"),
                arguments("HTML called letter.pdf", text("<!DOCTYPE html><html><script>1</script></html>"), "web page"),
                arguments("HTML before a PDF", both(text("<html><script>1</script></html>\n"), pdf), "web page"),
                arguments("SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"), "drawing"),
                arguments("SVG with a head", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        "drawing"),
                arguments("GIF", SomeFiles.picture("gif", 10, 10), "Save it as JPEG or PNG"),
                arguments("HEIC", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "HEIC"),
                arguments("WebP", text("RIFF\u0024\0\0\0WEBPVP8 \u0018\0\0\0"), "Save it as JPEG or PNG"),
                arguments("a ZIP", zip(), "ZIP"),
                arguments("plain text", text("Dear council"), "Only PDF, JPEG and PNG"),
                arguments("nothing that is known", text("\1\2\3\4\5"), "Only PDF, JPEG and PNG"),
                arguments("a ZIP behind a PDF", both(pdf, zip()), "hidden"),
                arguments("a page behind a PDF", both(pdf, text("<html></html>")), "hidden"),
                arguments("a ZIP behind a JPEG", both(jpeg, zip()), "hidden behind"),
                arguments("a page behind a PNG", both(SomeFiles.png(), text("<html></html>")), "hidden behind"),
                arguments("a JPEG that breaks off", Arrays.copyOf(jpeg, 300), "cannot be opened"),
                arguments("a JPEG that only begins like one", text("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"),
                        "cannot be opened"),
                arguments("a PNG that breaks off", Arrays.copyOf(SomeFiles.png(), 200), "cannot be opened"),
                arguments("a PNG that says it is enormous", enormous(), "larger than any phone"),
                arguments("a PDF that breaks off", Arrays.copyOf(pdf, pdf.length / 2), "hidden"),
                arguments("a PDF without pages", text("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n"), "cannot be read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] content, String why) {
        assertThatThrownBy(() -> check.check(content)).isInstanceOf(DocumentRefused.class).hasMessageContaining(why);
    }

    static Stream<Arguments> pdfsWithMore() {
        return Stream.of(
                arguments("a script on opening", SomeFiles.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))),
                arguments("a program to start", SomeFiles.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionLaunch()))),
                arguments("a script in what no page leads to", SomeFiles.pdf(document -> {
                    COSDictionary script = new COSDictionary();
                    script.setName(COSName.S, "JavaScript");
                    document.getDocumentCatalog().getCOSObject().setItem("Hidden", array(script));
                })),
                arguments("a script of a page", SomeFiles.pdf(document -> {
                    COSDictionary actions = new COSDictionary();
                    actions.setItem(COSName.O, new PDActionJavaScript("1").getCOSObject());
                    document.getPage(0).getCOSObject().setItem(COSName.AA, actions);
                })),
                arguments("a form that sends itself", SomeFiles.pdf(document -> {
                    COSDictionary action = new COSDictionary();
                    action.setName(COSName.S, "SubmitForm");
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
                })),
                arguments("another file", SomeFiles.pdf(FileCheckTest::embed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void pdfsWithMore(String what, byte[] content) {
        assertThatThrownBy(() -> check.check(content)).isInstanceOf(DocumentRefused.class)
                .hasMessage("This PDF holds a program or another file. Print it to a new PDF and add that.");
    }

    @Test
    void aPdfWithAPasswordIsRefusedAlsoWhereItOpensWithoutOne() {
        for (String forReading : new String[] {"", "secret"}) {
            byte[] locked = SomeFiles.pdf(document -> {
                try {
                    document.protect(new StandardProtectionPolicy("owner", forReading, new AccessPermission()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThatThrownBy(() -> check.check(locked)).hasMessageContaining("protected by a password");
        }
    }

    @Test
    void aPdfWhoseTablesUnpackToMoreThanAnyMemoryIsRefusedBeforeItIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] some = new byte[1024 * 1024];
            for (int i = 0; i < 120; i++) {
                deflater.write(some);
            }
        }
        byte[] bomb = both(both(text("%PDF-1.5\n1 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode /Length "
                + packed.size() + " >>\nstream\n"), packed.toByteArray()), text("\nendstream\nendobj\n%%EOF\n"));
        assertThatThrownBy(() -> check.check(bomb)).hasMessageContaining("unpacks to more");
    }

    @Test
    void theSmallPictureStandsAsTheCameraWasHeldAndHoldsNothingElseOfTheFile() throws IOException {
        byte[] lying = turned(SomeFiles.picture("jpeg", 3000, 2000), 6);
        byte[] preview = check.check(lying).preview();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(small.getHeight()).isEqualTo(1000);
        assertThat(small.getWidth()).isBetween(600, 700);
        // Red was on the left; turned by a quarter to the right it is above.
        assertThat(new Color(small.getRGB(300, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(300, 950)).getBlue()).isGreaterThan(200);
        assertThat(new String(preview, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    static Stream<Arguments> names() {
        return Stream.of(arguments("passport.jpg", "passport.jpg"), arguments("Passport.JPEG", "Passport.jpg"),
                arguments("../../etc/passwd", "passwd.jpg"), arguments("C:\\Users\\me\\scan.jpg", "scan.jpg"),
                arguments("photo.exe", "photo.exe.jpg"), arguments("letter\u202Egpj.exe", "lettergpj.exe.jpg"),
                arguments("a\r\nSet-Cookie: x=1.jpg", "aSet-Cookie_ x=1.jpg"), arguments("", "document.jpg"),
                arguments(null, "document.jpg"), arguments("...", "document.jpg"), arguments("<b>\"x\".jpg", "_b__x_.jpg"),
                arguments("e\u0301tat.jpg", "\u00e9tat.jpg"), arguments("x".repeat(5000) + ".jpg", "x".repeat(146) + ".jpg"),
                arguments("\uD83D\uDE00".repeat(400), "\uD83D\uDE00".repeat(146) + ".jpg"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void names(String sent, String kept) {
        assertThat(FileName.safe(sent, DocumentType.JPEG)).isEqualTo(kept);
    }

    private static PDActionURI uri() {
        PDActionURI uri = new PDActionURI();
        uri.setURI("https://www.gov.uk");
        return uri;
    }

    private static COSArray array(COSDictionary one) {
        COSArray array = new COSArray();
        array.add(one);
        return array;
    }

    private static void embed(PDDocument document) {
        try {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(text("hidden"))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("hidden", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("x.txt"));
            zip.write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] transparent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Its head says 40,000 by 40,000 points. */
    private static byte[] enormous() {
        byte[] png = SomeFiles.png();
        for (int side : new int[] {16, 20}) {
            png[side + 2] = (byte) (40_000 >> 8);
            png[side + 3] = (byte) 40_000;
        }
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> 24 - 8 * i);
        }
        return png;
    }

    /** With the piece in which cameras say how they were held. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = text("\u00ff\u00e1\0\"Exif\0\0MM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0" + (char) orientation
                + "\0\0\0\0\0\0");
        return both(both(Arrays.copyOf(jpeg, 2), exif), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}
