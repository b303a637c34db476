package org.threshold.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XES (IEEE 1849) as programs write it, which is seldom as its schema wants it: with or without namespaces,
 * versions, extensions and globals. Of a trace its name counts, of an event its activity, time, resource and lifecycle,
 * each from the attribute that the standard extensions name; nested attributes and classifiers are passed over. Piece
 * by piece, and without anything outside of the file.
 */
final class XesReader {

    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String RESOURCE = "org:resource";
    private static final String LIFECYCLE = "lifecycle:transition";
    private static final Set<String> WANTED = Set.of(NAME, TIME, RESOURCE, LIFECYCLE);
    /** In which the bytes of a bracket are never part of another letter. */
    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15",
            "windows-1252");
    /** The parser keeps the names of all elements that are open. */
    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = factory();

    private final LogTimes times;
    private final Limits limits;
    private final LogColumns columns;
    private final Map<String, String> attributes = new HashMap<>();
    private int depth;
    private int traceDepth;
    private int eventDepth;
    private int traces;
    private int firstOfTrace;
    private String traceName;
    private int emptyTraces;
    private int namelessTraces;
    private int repeatedNames;

    XesReader(LogMapping mapping, Limits limits) {
        this.times = mapping.times();
        this.limits = limits;
        this.columns = new LogColumns(limits);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /**
     * @throws LogRefused  where it cannot be read, with the event that is wrong
     * @throws IOException where the bytes do not come
     */
    EventLog read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new XmlPieces(in, limits.piece()));
            refuseOtherEncodings(xml.getCharacterEncodingScheme());
            while (xml.hasNext()) {
                take(xml.next(), xml);
            }
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
        if (columns.size() == 0) {
            throw new LogRefused("The log has no events.");
        }
        return new EventLog(columns, times.addTo(remarks()));
    }

    private static void refuseOtherEncodings(String declared) {
        if (declared != null && !ENCODINGS.contains(declared.toLowerCase(Locale.ROOT))) {
            throw new LogRefused("The log says that it is written in " + Words.quoted(declared)
                    + ": write it in UTF-8.");
        }
    }

    private LogRefused refused(XMLStreamException broken) throws IOException {
        if (broken.getNestedException() instanceof java.io.CharConversionException) {
            return new LogRefused("The log has letters that are not UTF-8, after " + here() + ".");
        }
        if (broken.getNestedException() instanceof IOException lost) {
            throw lost;
        }
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
        return new LogRefused("The XML is broken" + (line > 0 ? " at line " + Words.number(line) : "") + ", after "
                + here() + ".");
    }

    private String here() {
        return Words.many(columns.size(), "event", "events");
    }

    private void take(int piece, XMLStreamReader xml) {
        if (piece == XMLStreamConstants.START_ELEMENT) {
            depth++;
            open(xml);
        } else if (piece == XMLStreamConstants.END_ELEMENT) {
            close();
            depth--;
        }
    }

    private void open(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (depth == 1 && !name.equals("log")) {
            throw new LogRefused("The file is XML, but its first element is " + Words.quoted(name)
                    + " and not ‘log’, so it is not XES.");
        }
        if (depth > DEEPEST) {
            throw new LogRefused("The log has elements within elements more than " + DEEPEST + " deep, after " + here()
                    + ".");
        }
        if (depth == 2 && name.equals("trace")) {
            traceDepth = depth;
            traces++;
            traceName = null;
            firstOfTrace = columns.size();
        } else if (name.equals("event") && depth <= 3) {
            openEvent();
        } else if (name.equals("event") || name.equals("trace")) {
            throw new LogRefused("There is a" + (name.equals("event") ? "n event" : " trace") + " within another one,"
                    + " after " + here() + ", so it is not clear to which case it belongs.");
        } else if (depth == eventDepth + 1 && eventDepth > 0 || depth == traceDepth + 1 && traceDepth > 0) {
            attribute(xml);
        }
    }

    private void openEvent() {
        if (traceDepth == 0) {
            throw new LogRefused("Event " + Words.number(columns.size() + 1L) + " stands outside of any trace, so it"
                    + " belongs to no case.");
        }
        eventDepth = depth;
        attributes.clear();
    }

    /** An attribute of the trace or of the event that is open; the first of a name counts. */
    private void attribute(XMLStreamReader xml) {
        String key = xml.getAttributeValue(null, "key");
        if (key == null || !WANTED.contains(key)) {
            return;
        }
        String value = xml.getAttributeValue(null, "value");
        if (eventDepth > 0) {
            attributes.putIfAbsent(key, value == null ? "" : value);
        } else if (key.equals(NAME) && traceName == null) {
            traceName = value;
        }
    }

    private void close() {
        if (depth == eventDepth) {
            eventDepth = 0;
            add();
        } else if (depth == traceDepth) {
            traceDepth = 0;
            closeTrace();
        }
    }

    private void add() {
        String activity = attributes.getOrDefault(NAME, "");
        if (activity.isBlank()) {
            throw new LogRefused("There is no activity (" + NAME + ") in " + event() + ".");
        }
        columns.add(null, activity, time(), attributes.get(RESOURCE),
                Lifecycle.of(attributes.get(LIFECYCLE)), this::event);
    }

    /** The event that is read, for a sentence. */
    private String event() {
        return "event " + Words.number(columns.size() + 1L) + (traceName == null ? " (in trace " + traces + ")"
                : " (in the case " + Words.quoted(traceName) + ")");
    }

    private Instant time() {
        String time = attributes.getOrDefault(TIME, "");
        if (time.isBlank()) {
            throw new LogRefused("There is no time (" + TIME + ") in " + event() + ".");
        }
        return times.read(time).orElseThrow(() -> new LogRefused("The time " + Words.quoted(time) + " of " + event()
                + " cannot be read."));
    }

    private void closeTrace() {
        if (firstOfTrace == columns.size()) {
            emptyTraces++;
            return;
        }
        boolean nameless = traceName == null || traceName.isBlank();
        namelessTraces += nameless ? 1 : 0;
        String name = nameless ? "(trace " + traces + " has no name)" : traceName;
        repeatedNames += columns.giveCase(firstOfTrace, name, () -> "trace " + Words.number(traces)) ? 0 : 1;
    }

    private LogRemarks remarks() {
        return new LogRemarks()
                .add(emptyTraces, "trace has no events and was left out.", "traces have no events and were left out.")
                .add(namelessTraces, "trace has no name and is a case of its own.",
                        "traces have no name; each is a case of its own.")
                .add(repeatedNames, "trace has the name of an earlier one; it was taken as the same case.",
                        "traces have the name of an earlier one; they were taken as the same case.");
    }
}
