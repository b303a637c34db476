package org.threshold.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threshold.casefile.store.HiddenStore;

/**
 * Leaves out of a text what names a case that is hidden from whoever reads it: 'Merged into case TH-…' on an ordinary
 * case, or a colleague's note. A rightly written reference that never was a case is left out too, or a note with a guessed
 * one would tell which cases are hidden. Costs nothing where a text names no case.
 */
@Component
public class HiddenReferences {

    public static final String INSTEAD = "[reference not shown]";

    /** As people type them; {@link CaseReferences#parse} decides whether it is one. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\\bTH[\\s\\-‐‑–—]{0,3}[0-9OIL]{6,9}[\\s\\-‐‑–—]{0,3}[A-Z]\\b", Pattern.CASE_INSENSITIVE);

    private final HiddenStore store;

    HiddenReferences(HiddenStore store) {
        this.store = store;
    }

    /**
     * One question for many texts.
     *
     * @param texts what will be shown; may hold null
     * @return takes each of those texts, or null, to what is shown of it
     */
    public UnaryOperator<String> in(Collection<String> texts) {
        Set<String> named = new HashSet<>();
        texts.stream().filter(Objects::nonNull).forEach(text -> WRITTEN.matcher(text).results()
                .forEach(found -> reference(found).ifPresent(named::add)));
        Set<String> hidden = named.isEmpty() ? Set.of() : store.hidden(named);
        return hidden.isEmpty() ? UnaryOperator.identity() : text -> text == null ? null : without(text, hidden);
    }

    private static String without(String text, Set<String> hidden) {
        return WRITTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                reference(found).filter(hidden::contains).isPresent() ? INSTEAD : found.group()));
    }

    private static Optional<String> reference(MatchResult found) {
        try {
            return Optional.of(CaseReferences.parse(found.group()).value());
        } catch (MistypedReference another) {
            return Optional.empty();
        }
    }
}
