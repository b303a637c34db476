package org.threshold.worklist;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.threshold.form.FieldError;

/** What the answer of a second officer must fit, alike for everything that waits for one. */
public final class SecondAnswer {

    private SecondAnswer() {
    }

    /**
     * @param question    the field that says whether they agree
     * @param refusal     why they may not answer, or empty
     * @param mayTakeBack whether they may send it back all the same, because it is theirs
     * @param outdated    why nobody may agree to it as it stands, or empty
     */
    public static List<FieldError> check(String question, boolean agreed, Optional<String> refusal,
                                  BooleanSupplier mayTakeBack, Supplier<Optional<String>> outdated) {
        if (refusal.isPresent()) {
            return !agreed && mayTakeBack.getAsBoolean() ? List.of() : List.of(new FieldError("", refusal.get()));
        }
        return agreed ? outdated.get().map(why -> List.of(new FieldError(question, why))).orElse(List.of()) : List.of();
    }
}
