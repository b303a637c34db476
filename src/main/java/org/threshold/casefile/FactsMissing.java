package org.threshold.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** Something could not be done, because the case does not hold what it needs. The page lists what that is. */
public class FactsMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Missing> missing;

    /**
     * @param fact  a name for programs
     * @param words what it is, to an officer, such as 'The address of the offer'
     * @param path  the page where it is recorded, beginning with a slash; null where the step itself asks it
     */
    public record Missing(String fact, String words, String path) {
    }

    /** @param what a clause to the officer, such as 'The letter cannot be written yet' */
    public FactsMissing(String what, List<Missing> missing) {
        super(what + ". Missing: " + missing.stream().map(Missing::words).collect(Collectors.joining("; ")));
        this.missing = List.copyOf(missing);
    }

    public List<Missing> missing() {
        return missing;
    }
}
