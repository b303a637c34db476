package org.threshold.letter;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Makes words of outlines: what {@link OutlinedWords} drew is tagged as a picture by the library, and becomes a piece of
 * text with its words (ISO 32000-1, 14.9.4), so that it is read aloud, found and copied like any other.
 */
final class SpokenWords {

    private SpokenWords() {
    }

    static void tag(PDDocument document) {
        tag(document.getDocumentCatalog().getStructureTreeRoot(), null);
    }

    private static void tag(PDStructureNode node, PDPage page) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                PDPage here = element.getPage() == null ? page : element.getPage();
                if (StandardStructureTypes.Figure.equals(element.getStructureType())) {
                    words(element, here);
                } else {
                    tag(element, here);
                }
            }
        }
    }

    private static void words(PDStructureElement element, PDPage page) {
        String words = element.getAlternateDescription();
        element.setStructureType(StandardStructureTypes.SPAN);
        element.setActualText(words);
        element.getCOSObject().removeItem(COSName.ALT);
        // Where a picture stands is said of pictures only.
        element.getCOSObject().removeItem(COSName.A);
        for (Object kid : element.getKids()) {
            if (kid instanceof Integer mark) {
                onThePage(page, mark, words, element.getLanguage());
            }
        }
    }

    /** The same beside the drawing itself, for programs that read pages and no tags. */
    private static void onThePage(PDPage page, int mark, String words, String language) {
        COSDictionary marks = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        for (COSBase each : marks.getValues()) {
            if (each instanceof COSDictionary properties && properties.getInt(COSName.MCID) == mark) {
                properties.setString(COSName.ACTUAL_TEXT, words);
                properties.setString(COSName.LANG, language);
            }
        }
    }
}
