package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLogsTest {

    private static final byte[] LOG = SmallLogTest.bytes("case,activity,time\n1,A,2026-01-01\n");

    private final EventLogs logs = new EventLogs();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Nothing comes until the others have been asked. */
    private final class Slow extends InputStream {
        @Override
        public int read() throws IOException {
            begun.countDown();
            try {
                goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return -1;
        }
    }

    @Test
    void whoSendsSlowlyKeepsNobodyWaiting() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<LogAnalysis>> running = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            InputStream in = new SequenceInputStream(new Slow(), new ByteArrayInputStream(LOG));
            running.add(threads.submit(() -> analyse(in)));
        }
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(analyse(new ByteArrayInputStream(LOG)).cases()).isEqualTo(1);
        goOn.countDown();
        for (Future<LogAnalysis> one : running) {
            assertThat(one.get(30, TimeUnit.SECONDS).cases()).isEqualTo(1);
        }
        threads.shutdown();
    }

    @Test
    void asManyAreAnalysedAtOnceAsThereIsRoomFor() throws IOException {
        Semaphore room = new Semaphore(1);
        EventLogs small = new EventLogs(room);
        room.acquireUninterruptibly();
        assertThatThrownBy(() -> small.analyse(new ByteArrayInputStream(LOG), LogMapping.plain()))
                .isInstanceOf(LogsBusy.class);
        room.release();
        for (int i = 0; i < 2; i++) {
            assertThat(small.analyse(new ByteArrayInputStream(LOG), LogMapping.plain()).cases()).isEqualTo(1);
        }
    }

    /** A large file is not kept on the disk either, neither where it was read nor where it was refused. */
    @Test
    void nothingOfALogIsLeftOnTheDisk() throws IOException {
        byte[] broken = SmallLogTest.bytes("case,activity,time\n" + "1,A,2026-01-01\n".repeat(10_000) + "1,A,x\n");
        assertThatThrownBy(() -> analyse(new ByteArrayInputStream(broken))).isInstanceOf(LogRefused.class);
        analyse(new ByteArrayInputStream(LOG));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("threshold-upload"));
        }
    }

    @Test
    void aLogThatIsRefusedMakesRoomForTheNext() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> analyse(InputStream.nullInputStream())).hasMessage("The file is empty.");
        }
        assertThat(analyse(new ByteArrayInputStream(LOG)).cases()).isEqualTo(1);
    }

    private LogAnalysis analyse(InputStream in) throws IOException {
        return logs.analyse(in, LogMapping.plain());
    }
}
