package org.threshold.logexport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import org.threshold.logexport.store.LogSource;

/** Puts the chosen cases into a log of traces. */
final class CaseLog {

    private CaseLog() {
    }

    static void write(LogSource source, Disguise disguise, LogQuestion question, LogCounts counts, OutputStream out)
            throws IOException {
        try {
            XesWriter writer = new XesWriter(out);
            writer.begin(question, counts);
            source.events(row -> {
                try {
                    writer.add(disguise.event(row));
                } catch (XMLStreamException e) {
                    throw failed(e);
                }
            });
            writer.end();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(XMLStreamException e) {
        return new UncheckedIOException(new IOException("The log could not be written", e));
    }
}
