package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.form.FormDefinition;
import org.threshold.form.FormReader;
import org.threshold.worklist.StepHandler;

/** Each form of the homelessness processes can be shown, and somebody records what is answered. */
class FormsTest extends HomelessnessTest {

    @Autowired
    List<StepHandler> handlers;

    @TestFactory
    Stream<DynamicTest> everyFormIsReadAndRecorded() throws IOException {
        List<String> recorded = handlers.stream().map(StepHandler::formKey).toList();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        FormDefinition form = FormReader.read(file.toString(), Files.readString(file));
                        assertThat(form.id() + ".form").isEqualTo(file.getFileName().toString());
                        assertThat(recorded).containsOnlyOnce(form.id());
                    }));
        }
    }
}
