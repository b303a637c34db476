package org.threshold.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the browser that the tests drive: {@code CHROMIUM}, then what is on the path, then (as root, with apt-get)
 * installs Debian's. Otherwise the tests fail and say what to install; they are never skipped.
 */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private Chromium() {
    }

    public static Path find() {
        return configured().or(Chromium::onPath).or(Chromium::installed).orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium: install it (Debian: apt-get install chromium) "
                        + "or set CHROMIUM to its executable."));
    }

    private static Optional<Path> configured() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).filter(value -> !value.isBlank()).map(Path::of)
                .map(path -> {
                    if (!Files.isExecutable(path)) {
                        throw new IllegalStateException("CHROMIUM names " + path + ", which cannot be run.");
                    }
                    return path;
                });
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core");
        return onPath();
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
