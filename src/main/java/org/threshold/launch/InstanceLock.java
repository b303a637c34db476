package org.threshold.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One Threshold at a time on one folder. The operating system frees the lock however the process ends. */
class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart when another process, or another context of this one, holds the folder */
    static InstanceLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("threshold.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid())
                        .getBytes(StandardCharsets.US_ASCII)));
                return new InstanceLock(channel);
            }
        } catch (OverlappingFileLockException heldHere) {
            // Same answer as for a lock held elsewhere.
        }
        channel.close();
        throw new CannotStart("Threshold is already running on the folder " + folder
                + ". Use that one, or stop it before you start another");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
