package org.threshold.logexport;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads an XES file again, with a reader that shares nothing with the writer. */
final class XesFile {

    private final Element log;

    XesFile(String text) throws Exception {
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.newSchema(XesFile.class.getResource("/xes.xsd")).newValidator()
                .validate(new StreamSource(new StringReader(text)));
        log = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(text))).getDocumentElement();
    }

    Map<String, String> attributes() {
        return attributes(log);
    }

    /** Traces by the pseudonym of their case. */
    Map<String, List<Told>> traces() {
        Map<String, List<Told>> traces = new LinkedHashMap<>();
        for (Element trace : children(log, "trace")) {
            Map<String, String> ofTrace = attributes(trace);
            String caseId = ofTrace.get("concept:name");
            List<Told> events = new ArrayList<>();
            children(trace, "event").forEach(event -> events.add(told(caseId, ofTrace, attributes(event))));
            if (traces.put(caseId, events) != null) {
                throw new AssertionError("Two traces of " + caseId);
            }
        }
        return traces;
    }

    private static Told told(String caseId, Map<String, String> ofTrace, Map<String, String> event) {
        Map<String, String> rest = new TreeMap<>();
        event.forEach((key, value) -> rest.put(key.substring(key.indexOf(':') + 1), value));
        rest.put("channel", ofTrace.get("threshold:channel"));
        rest.put("activity", rest.remove("name"));
        rest.put("by", rest.remove("resource"));
        rest.put("team", rest.remove("group"));
        rest.remove("timestamp");
        return new Told(caseId, rest.remove("id"), rest.remove("source"), rest.remove("instance"),
                rest.remove("transition"), OffsetDateTime.parse(event.get("time:timestamp")), rest);
    }

    private static Map<String, String> attributes(Element of) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String type : List.of("string", "date", "int", "id")) {
            for (Element each : children(of, type)) {
                if (attributes.put(each.getAttribute("key"), each.getAttribute("value")) != null) {
                    throw new AssertionError("Twice: " + each.getAttribute("key"));
                }
            }
        }
        return attributes;
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
