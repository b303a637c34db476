package org.threshold.casefile.store;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;

/** Which of some cases are hidden from whoever asks. */
@Repository
public class HiddenStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    HiddenStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public Set<String> hidden(Collection<String> references) {
        return Set.copyOf(jdbc.sql("select r.case_reference from case_restriction r where r.case_reference = any(:those)"
                        + " and not " + Sight.of("r.case_reference"))
                .param("those", references.toArray(String[]::new)).params(sight.parameters()).query(String.class)
                .list());
    }
}
