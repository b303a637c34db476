package org.threshold.process.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Decision tables as XML; the versions of the DMN standard differ only in their namespace. */
final class Decisions {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private Decisions() {
    }

    static List<Element> of(ModelFile file) throws SAXException {
        return named(Xml.read(file.content()).getDocumentElement(), "decision");
    }

    static List<Element> named(Element parent, String name) {
        return Xml.children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    static List<Element> everyNamed(Element root, String name) {
        return Xml.everything(root).stream().filter(each -> name.equals(each.getLocalName())).toList();
    }

    static String text(Element entry) {
        return named(entry, "text").stream().findFirst().map(text -> text.getTextContent().strip()).orElse("");
    }

    static Set<String> firstColumn(ModelFile file) {
        Set<String> values = new TreeSet<>();
        try {
            for (Element rule : everyNamed(Xml.read(file.content()).getDocumentElement(), "rule")) {
                named(rule, "inputEntry").stream().findFirst().ifPresent(entry -> {
                    Matcher quoted = QUOTED.matcher(text(entry));
                    while (quoted.find()) {
                        values.add(quoted.group(1));
                    }
                });
            }
        } catch (SAXException unreadable) {
            return Set.of();
        }
        return values;
    }
}
