package org.threshold.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.threshold.access.NamelessFile;

/** What was sent, once all of it has come: on the disk, for several would fill the memory, and without a name. */
final class WholeFile {

    private WholeFile() {
    }

    /**
     * @param sent read to its end; it is not closed
     * @return what was sent, from its beginning; gone when it is closed, or the service ends in whatever way
     */
    static InputStream of(InputStream sent) throws IOException {
        FileChannel channel = NamelessFile.open();
        try {
            sent.transferTo(Channels.newOutputStream(channel));
            return Channels.newInputStream(channel.position(0));
        } catch (IOException | RuntimeException broken) {
            channel.close();
            throw broken;
        }
    }
}
