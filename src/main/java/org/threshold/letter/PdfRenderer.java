package org.threshold.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Well-formed HTML in, tagged PDF (PDF/UA structure, PDF/A-3U) out. Fonts are embedded; nothing is fetched. */
@Component
class PdfRenderer {

    private static final String FONT = "DejaVu Sans";

    PdfRenderer() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] render(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useFont(() -> font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl((uri, type) -> false,
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Threshold");
            OutlinedWords outlined = new OutlinedWords();
            builder.addDOMMutator(outlined);
            builder.useObjectDrawerFactory(outlined);
            builder.withHtmlContent(html, null);
            write(builder, out);
        } catch (IOException e) {
            throw new IllegalStateException("The letter could not be turned into a PDF", e);
        }
        return out.toByteArray();
    }

    private static void write(PdfRendererBuilder builder, ByteArrayOutputStream out) throws IOException {
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
             PDDocument document = renderer.createPDFKeepOpen()) {
            SpokenWords.tag(document);
            document.save(out);
        }
    }

    static InputStream font(String file) {
        InputStream in = PdfRenderer.class.getResourceAsStream("/letters/fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("The font " + file + " is missing; build with 'mvn package'");
        }
        return in;
    }
}
