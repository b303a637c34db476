package org.threshold.access.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.threshold.access.NamelessFile;

/** The beginning of a file of a form, in the memory or on the disk, and how long all of it is. */
final class KeptFile implements Closeable {

    private static final int SOME = 64 * 1024;

    private final FileChannel disk;
    private byte[] memory = new byte[0];
    private long size;

    /** @param disk null where it is kept in the memory */
    private KeptFile(FileChannel disk) {
        this.disk = disk;
    }

    /** @param most as many bytes are kept */
    static KeptFile inMemory(FileItemStream part, long most) throws IOException {
        KeptFile kept = new KeptFile(null);
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        kept.take(part, most, memory);
        kept.memory = memory.toByteArray();
        return kept;
    }

    /** @param most as many bytes are kept, until it is closed */
    static KeptFile onDisk(FileItemStream part, long most) throws IOException {
        KeptFile kept = new KeptFile(NamelessFile.open());
        try {
            kept.take(part, most, Channels.newOutputStream(kept.disk));
            return kept;
        } catch (IOException | RuntimeException broken) {
            kept.close();
            throw broken;
        }
    }

    private void take(FileItemStream part, long most, OutputStream out) throws IOException {
        byte[] some = new byte[SOME];
        try (InputStream in = part.openStream()) {
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                out.write(some, 0, (int) Math.min(got, Math.max(0, most - size)));
                size += got;
            }
        }
    }

    /** From its beginning; of one on the disk, one reader at a time, and who closes it closes the file. */
    InputStream read() throws IOException {
        return disk == null ? new ByteArrayInputStream(memory) : Channels.newInputStream(disk.position(0));
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }
}
