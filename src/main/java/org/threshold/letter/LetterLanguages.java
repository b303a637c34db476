package org.threshold.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;

/** For officers: in which languages letters say what they are about. */
@Service
public class LetterLanguages {

    private final OwnLanguages languages;
    private final Clock clock;

    LetterLanguages(OwnLanguages languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    /** As they may stand as the language of a case, in alphabetical order. */
    @Needs(Permission.VIEW_CASES)
    public List<String> names() {
        return languages.all().stream().flatMap(language -> language.names().stream()).distinct().sorted().toList();
    }

    /** Whether letters to a household that speaks this carry a note in it, or are translated into it. */
    @Needs(Permission.VIEW_CASES)
    public boolean speak(String language) {
        return languages.called(language, LocalDate.now(clock)).isPresent();
    }
}
