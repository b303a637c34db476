package org.threshold.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where what was sent waits on the disk: nobody else finds it there. */
public final class NamelessFile {

    private NamelessFile() {
    }

    /** @return empty, to be written and read; gone when it is closed, or the service ends in whatever way */
    public static FileChannel open() throws IOException {
        Path file = Files.createTempFile("threshold-upload", null);
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(file);
        }
    }
}
