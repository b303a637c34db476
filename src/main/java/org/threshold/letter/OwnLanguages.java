package org.threshold.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages in which letters say what they are about: {@code letters/languages/<tag>.<first day>.properties}. */
@Component
class OwnLanguages {

    private static final String FILES = "classpath*:letters/languages/*.properties";
    private static final Pattern NAME = Pattern.compile("([a-z]{2,3}(?:-[A-Za-z]+)?)\\.(\\d{4}-\\d\\d-\\d\\d)\\.properties");

    private final List<OwnLanguage> wordings;

    OwnLanguages() {
        try {
            wordings = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(OwnLanguage::name).thenComparing(OwnLanguage::from)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<OwnLanguage> read(Resource file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
        return name.matches() ? Optional.of(OwnLanguage.read(name.group(1), LocalDate.parse(name.group(2)),
                Resources.properties(file))) : Optional.empty();
    }

    /** @return the wording of that day; empty for English, and for a language in which there are no sentences */
    Optional<OwnLanguage> called(String language, LocalDate day) {
        return language == null ? Optional.empty() : wordings.stream()
                .filter(each -> each.isCalled(language) && !each.from().isAfter(day)).reduce((before, last) -> last);
    }

    /** All wordings, those of a language together and oldest first. */
    List<OwnLanguage> all() {
        return wordings;
    }
}
