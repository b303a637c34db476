package org.threshold.letter;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF what is wrong with a document. */
final class Conformance {

    private static final List<PDFAFlavour> ASKED = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_U);

    private Conformance() {
    }

    static void begin() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** Each fault once, such as {@code ua1 7.2-3: why}; empty when the document conforms to both standards. */
    static List<String> faults(byte[] pdf) throws Exception {
        List<String> faults = new java.util.ArrayList<>();
        for (PDFAFlavour flavour : ASKED) {
            faults(pdf, flavour).forEach(faults::add);
        }
        return faults;
    }

    private static Stream<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> flavour.getId() + " " + each.getRuleId().getClause() + "-"
                            + each.getRuleId().getTestNumber() + ": " + each.getMessage() + " at "
                            + each.getLocation().getContext())
                    .distinct().toList().stream();
        }
    }
}
