package org.threshold.launch;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** The service cannot start as it is set up. Each sentence says to the operator what to do about it. */
public class CannotStart extends RuntimeException implements ExitCodeGenerator {

    private final List<String> sentences;

    public CannotStart(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public CannotStart(String sentence) {
        this(List.of(sentence));
    }

    public List<String> sentences() {
        return sentences;
    }

    @Override
    public int getExitCode() {
        return 1;
    }

    /** @return null when none is among the causes */
    static CannotStart in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart cannotStart) {
                return cannotStart;
            }
        }
        return null;
    }
}
