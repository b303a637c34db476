package org.threshold.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Threshold started as an operator starts it: a process of its own, with what it said. */
class StartedProcess implements AutoCloseable {

    private static final long SECONDS = 240;

    private final Process process;
    private final Path out;
    private final Path err;

    StartedProcess(Path folder, String name, Map<String, String> environment, String input, String... arguments)
            throws IOException {
        Files.createDirectories(folder);
        out = folder.resolve(name + ".out");
        err = folder.resolve(name + ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.threshold.ThresholdApplication"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        process = builder.start();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        }
    }

    /** Waits until the line with these words is there. */
    void awaitSaid(String words) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!said().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("Never said ‘" + words + "’: " + said() + complained());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Did not end in " + SECONDS + " seconds");
        }
        return process.exitValue();
    }

    void killAtOnce() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void askToEnd() {
        process.destroy();
    }

    String said() throws IOException {
        return Files.readString(out);
    }

    String complained() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
