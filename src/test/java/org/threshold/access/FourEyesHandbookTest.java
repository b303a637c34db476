package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the handbook is the one that decides. {@code -Dthreshold.write-handbook} writes it anew. */
class FourEyesHandbookTest {

    private static final Path PAGE = Path.of("src/docs/four-eyes.md");
    private static final String BEGIN = "| what | at least | against who prepared it | where that rank is not known | not | agency staff | duty manager | rests on |";

    @Test
    void theTableInTheHandbookIsTheOneThatDecides() throws IOException {
        String page = Files.readString(PAGE);
        String table = table();
        if (System.getProperty("threshold.write-handbook") != null) {
            Files.writeString(PAGE, page.replaceFirst("(?ms)^\\| what .*?\\n\\n", java.util.regex.Matcher
                    .quoteReplacement(table + "\n\n")));
            return;
        }
        assertThat(page).contains(table);
    }

    private static String table() {
        return Stream.of(FourEyes.values()).map(FourEyesHandbookTest::row)
                .collect(Collectors.joining("\n", BEGIN + "\n|---|---|---|---|---|---|---|---|\n", ""));
    }

    private static String row(FourEyes rule) {
        FourEyes.Terms terms = rule.terms();
        return Stream.of(rule.title(), role(terms.atLeast()), terms.seniorTo().words(),
                terms.ifUnknown() == null ? "-" : role(terms.ifUnknown()),
                terms.notWords(),
                terms.council() ? "may not" : "may", terms.onDuty() ? "may" : "-", terms.unless() == null ? terms.restsOn()
                        : terms.restsOn() + ", `threshold.house-rules." + terms.unless() + "`")
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String role(Role role) {
        return role.title().toLowerCase(Locale.UK);
    }
}
