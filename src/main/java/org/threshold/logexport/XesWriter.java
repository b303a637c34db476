package org.threshold.logexport;

import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XES (IEEE 1849), strictly in the order of its schema: extensions, globals, classifiers, attributes, traces.
 * Give it the events case by case. Nothing is kept but the case that is being written.
 */
final class XesWriter {

    /** The schema wants a decimal number. */
    private static final String VERSION = "1849.2023";
    private static final String OWN = "threshold:";
    private static final Map<String, String> TYPES = Map.of("version", "int", "due", "date");

    private final XMLStreamWriter xml;
    private String openCase;

    XesWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    }

    void begin(LogQuestion question, LogCounts counts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("log");
        xml.writeAttribute("xes.version", VERSION);
        extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
        extension("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext");
        extension("Organizational", "org", "http://www.xes-standard.org/org.xesext");
        extension("Time", "time", "http://www.xes-standard.org/time.xesext");
        extension("ID", "identity", "http://www.xes-standard.org/identity.xesext");
        extension("Threshold", "threshold", "urn:threshold:event-log");
        globals();
        classifier("Activity", "concept:name");
        classifier("Activity_and_transition", "concept:name lifecycle:transition");
        classifier("Element", OWN + "process " + OWN + "element");
        attribute("string", "concept:name", "Threshold, cases opened " + question.first() + " to " + question.last());
        attribute("string", "lifecycle:model", "standard");
        attribute("string", OWN + "alike", question.alike().name());
        attribute("int", OWN + "fewest", String.valueOf(Alike.FEWEST));
        attribute("int", OWN + "cases", String.valueOf(counts.cases()));
        attribute("int", OWN + "events", String.valueOf(counts.events()));
        attribute("int", OWN + "leftOut", String.valueOf(counts.leftOut()));
    }

    void add(LogEvent event) throws XMLStreamException {
        if (!event.caseId().equals(openCase)) {
            endTrace();
            xml.writeCharacters("\n");
            xml.writeStartElement("trace");
            attribute("string", "concept:name", event.caseId());
            attribute("string", OWN + "channel", event.channel());
            openCase = event.caseId();
        }
        xml.writeCharacters("\n");
        xml.writeStartElement("event");
        attribute("id", "identity:id", event.id());
        attribute("string", "concept:name", event.activity());
        attribute("string", "concept:instance", event.instance());
        attribute("string", "lifecycle:transition", event.transition());
        attribute("date", "time:timestamp", Disguise.time(event.at()));
        attribute("string", "org:resource", event.by());
        attribute("string", "org:group", event.team());
        attribute("string", OWN + "source", event.source().name());
        attribute("string", OWN + "to", event.to());
        attribute("string", OWN + "unit", event.unit());
        for (Map.Entry<String, String> fact : event.facts().entrySet()) {
            attribute(TYPES.getOrDefault(fact.getKey(), "string"), OWN + fact.getKey(), fact.getValue());
        }
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        endTrace();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void endTrace() throws XMLStreamException {
        if (openCase != null) {
            xml.writeEndElement();
        }
    }

    private void extension(String name, String prefix, String uri) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", uri);
    }

    /** What every trace and every event has, with what would stand where it had none. */
    private void globals() throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        attribute("string", "concept:name", "case");
        attribute("string", OWN + "channel", "DESK");
        xml.writeEndElement();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        attribute("id", "identity:id", "event");
        attribute("string", "concept:name", "activity");
        attribute("string", "concept:instance", "instance");
        attribute("string", "lifecycle:transition", Transitions.COMPLETE);
        attribute("date", "time:timestamp", Disguise.always());
        attribute("string", "org:resource", LogEvent.SERVICE);
        attribute("string", OWN + "source", LogEvent.Source.STEP.name());
        attribute("string", OWN + "fact", "CREATED");
        xml.writeEndElement();
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement(type);
            xml.writeAttribute("key", key);
            xml.writeAttribute("value", value);
        }
    }
}
