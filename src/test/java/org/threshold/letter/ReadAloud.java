package org.threshold.letter;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A document in the order of its tags, as a screen reader says it: what is no content of a tag is not said. */
final class ReadAloud {

    private final Map<PDPage, Map<Integer, String>> marked = new HashMap<>();
    private final List<Said> said = new ArrayList<>();

    /** @param path the tags around it, such as {@code Sect/Div/P}; @param language of the nearest tag that has one */
    record Said(String path, String language, String words) {

        String tag() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private ReadAloud(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> words = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> words.merge(content.getMCID(), words(content), String::concat));
            marked.put(page, words);
        }
        say(document.getDocumentCatalog().getStructureTreeRoot(), "", document.getDocumentCatalog().getLanguage(), null);
    }

    static List<Said> of(PDDocument document) throws IOException {
        return new ReadAloud(document).said;
    }

    /** A ligature is its letters, as to every reader of screens. */
    private static String words(PDMarkedContent content) {
        if (content.getActualText() != null) {
            return content.getActualText();
        }
        String drawn = content.getContents().stream().map(each -> each instanceof TextPosition text ? text.getUnicode()
                : each instanceof PDMarkedContent inner ? words(inner) : "").collect(Collectors.joining());
        return Normalizer.normalize(drawn, Normalizer.Form.NFKC);
    }

    private void say(PDStructureNode node, String path, String language, PDPage page) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String speaks = element.getLanguage() == null ? language : element.getLanguage();
                String here = (path.isEmpty() ? "" : path + "/") + element.getStructureType();
                if (element.getActualText() != null) {
                    said.add(new Said(here, speaks, element.getActualText()));
                } else {
                    say(element, here, speaks, element.getPage() == null ? page : element.getPage());
                }
            } else if (kid instanceof Integer mcid) {
                said.add(new Said(path, language, marked.get(page).get(mcid)));
            } else if (kid instanceof PDMarkedContentReference reference) {
                said.add(new Said(path, language, marked.get(reference.getPage() == null ? page : reference.getPage())
                        .get(reference.getMCID())));
            }
        }
    }
}
