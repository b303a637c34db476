package org.threshold.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.threshold.process.model.ModelFile;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.ModelSet;

/**
 * Where the models come from: the project's own folders {@code bpmn/} and {@code forms/} when it runs from there, and
 * the same files inside the jar otherwise. Their names are the same in both, so a move makes no new version.
 */
@Component
public class ModelSource {

    private static final List<String> ENDINGS = List.of("bpmn", "dmn", "form");
    private static final List<String> TOPS = List.of("bpmn", "forms");

    private final Path root;

    @Autowired
    ModelSource() {
        this(projectFolder().orElse(null));
    }

    /** @param root the folder that holds {@code bpmn} and {@code forms}, or null for the files in the jar */
    ModelSource(Path root) {
        this.root = root;
    }

    /** The folder to watch, when the models come from one. */
    Optional<Path> root() {
        return Optional.ofNullable(root);
    }

    public ModelSet read() {
        Map<String, List<ModelFile>> byKey = new TreeMap<>();
        for (ModelFile file : root == null ? fromJar() : fromFolder()) {
            byKey.computeIfAbsent(file.name().split("/")[1], key -> new ArrayList<>()).add(file);
        }
        return new ModelSet(byKey.entrySet().stream()
                .map(entry -> new ModelFolder(entry.getKey(), entry.getValue())).toList());
    }

    private static Optional<Path> projectFolder() {
        CodeSource code = ModelSource.class.getProtectionDomain().getCodeSource();
        boolean fromClasses = code != null && isFolder(code.getLocation());
        return fromClasses && Files.isDirectory(Path.of("bpmn")) ? Optional.of(Path.of("").toAbsolutePath())
                : Optional.empty();
    }

    private static boolean isFolder(URL location) {
        return location.getProtocol().equals("file") && location.getPath().endsWith("/");
    }

    private List<ModelFile> fromFolder() {
        List<ModelFile> files = new ArrayList<>();
        for (Path path : paths()) {
            try {
                files.add(new ModelFile(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path)));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        }
        return files;
    }

    /** All files of designers, in a stable order; hidden folders and files are left alone. */
    List<Path> paths() {
        List<Path> found = new ArrayList<>();
        for (String top : TOPS) {
            Path folder = root.resolve(top);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(folder, 2)) {
                walk.filter(path -> folder.relativize(path).getNameCount() == 2)
                        .filter(path -> !folder.relativize(path).toString().startsWith("."))
                        .filter(path -> !path.getFileName().toString().startsWith("."))
                        .filter(path -> ENDINGS.stream().anyMatch(ending -> path.toString().endsWith("." + ending)))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look through " + folder, e);
            }
        }
        return found;
    }

    private static List<ModelFile> fromJar() {
        List<ModelFile> files = new ArrayList<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String top : TOPS) {
            for (String ending : ENDINGS) {
                try {
                    for (Resource resource : resolver.getResources("classpath*:" + top + "/*/*." + ending)) {
                        String url = resource.getURL().toString();
                        files.add(new ModelFile(top + url.substring(url.lastIndexOf("/" + top + "/") + top.length() + 1),
                                resource.getContentAsByteArray()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read the models in the jar", e);
                }
            }
        }
        return files;
    }
}
