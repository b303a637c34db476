package org.threshold.letter;

import com.openhtmltopdf.extend.FSDOMMutator;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Sets the paragraphs of one document that are in a script which the PDF library cannot shape: each becomes the outline
 * of its letters, with its words as the alternative that {@link SpokenWords} turns into what is read aloud. A paragraph
 * is set as a whole, so that within it nothing is bold.
 */
final class OutlinedWords implements FSDOMMutator, FSObjectDrawerFactory, FSObjectDrawer {

    private static final String TYPE = "outlined-words";
    private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "h3", "li", "div", "td", "th", "caption");
    /** Narrower than a line by nobody knows how much. */
    private static final Set<String> NARROW = Set.of("td", "th", "caption");
    private static final double USUAL_MEASURE = 35;

    private final Map<String, Outline> outlines = new HashMap<>();
    private double measure = USUAL_MEASURE;

    @Override
    public void mutateDocument(Document document) {
        measure = measure(document);
        List<Element> blocks = new ArrayList<>();
        collect(document.getDocumentElement(), blocks);
        blocks.forEach(block -> outline(document, block));
    }

    /** How many em a line has, which the layout says in {@code <meta name="measure">}. */
    private static double measure(Document document) {
        NodeList metas = document.getElementsByTagName("meta");
        for (int i = 0; i < metas.getLength(); i++) {
            Element meta = (Element) metas.item(i);
            if (meta.getAttribute("name").equals("measure")) {
                return Double.parseDouble(meta.getAttribute("content"));
            }
        }
        return USUAL_MEASURE;
    }

    /** @return whether there is a block in it, or it is one itself */
    private static boolean collect(Element element, List<Element> innermost) {
        boolean within = false;
        for (Node kid = element.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
            within |= kid instanceof Element child && collect(child, innermost);
        }
        boolean block = BLOCKS.contains(element.getTagName());
        if (block && !within) {
            innermost.add(element);
        }
        return block || within;
    }

    private void outline(Document document, Element block) {
        String language = inherited(block, "lang");
        String words = words(block).strip();
        Optional<ShapedScript> script = ShapedScript.of(words, language);
        if (script.isEmpty() || NARROW.contains(block.getTagName())) {
            return;
        }
        String key = Integer.toString(outlines.size());
        Outline outline = Outline.of(words, script.get(), measure);
        outlines.put(key, outline);
        Element drawn = document.createElement("object");
        drawn.setAttribute("type", TYPE);
        drawn.setAttribute("data", key);
        drawn.setAttribute("alt", words.replaceAll("[\\n\u00A0]", " ").replaceAll("[\u202A-\u202E]", ""));
        drawn.setAttribute("lang", language);
        drawn.setAttribute("style", String.format(Locale.ROOT, "width:%.2fem;height:%.2fem", measure, outline.height()));
        while (block.hasChildNodes()) {
            block.removeChild(block.getFirstChild());
        }
        block.appendChild(drawn);
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (each.hasAttribute(attribute)) {
                return each.getAttribute(attribute);
            }
        }
        return "";
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node kid = node.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
            if (kid.getNodeType() == Node.TEXT_NODE) {
                words.append(kid.getTextContent().replaceAll("[ \\t\\r\\n]+", " "));
            } else if (kid instanceof Element element) {
                words.append(element.getTagName().equals("br") ? "\n" : words(element));
            }
        }
        return words.toString();
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getAttribute("type").equals(TYPE);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
                                         OutputDevice device, RenderingContext context, int dotsPerPixel) {
        Shape shape = outlines.get(element.getAttribute("data")).shape();
        double pixels = width / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, (float) pixels, (float) height / dotsPerPixel, graphics -> {
            double scale = pixels / (measure * Outline.EM);
            graphics.scale(scale, scale);
            graphics.setColor(Color.BLACK);
            graphics.fill(shape);
        });
        return null;
    }
}
