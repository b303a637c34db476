package org.threshold.letter;

import java.util.List;
import org.threshold.casefile.FactsMissing;

/** A letter was not made, because facts are missing that it must state. Nothing was written. */
public class LetterIncomplete extends FactsMissing {

    private static final long serialVersionUID = 1L;

    LetterIncomplete(String title, List<Missing> missing) {
        super("The letter ‘" + title + "’ cannot be written yet", missing);
    }
}
