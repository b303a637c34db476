package org.threshold.casefile.store;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;

/**
 * Which of some references name no case that whoever asks may know of: those of hidden cases, and those that never were
 * one. Told apart, a text with a guessed reference would say which cases are hidden.
 */
@Repository
public class HiddenStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    HiddenStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public Set<String> hidden(Collection<String> references) {
        return Set.copyOf(jdbc.sql("select those.reference from unnest(:those::text[]) as those (reference) where not exists"
                        + " (select from case_file f where f.reference = those.reference and " + Sight.of("f.reference") + ")")
                .param("those", references.toArray(String[]::new)).params(sight.parameters()).query(String.class)
                .list());
    }
}
