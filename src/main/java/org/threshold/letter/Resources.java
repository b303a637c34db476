package org.threshold.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Files that travel with the letters. */
final class Resources {

    private Resources() {
    }

    static Map<String, String> properties(String path) {
        return properties(new ClassPathResource(path));
    }

    /** In UTF-8, as translators write. */
    static Map<String, String> properties(Resource file) {
        Properties read = new Properties();
        try (InputStream in = file.getInputStream();
             InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> read.getProperty(name).strip()));
    }
}
