package org.threshold.homelessness.store;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code closing}. */
@Repository
public class ClosingStore {

    private final JdbcClient jdbc;

    ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, String advice, String childrensServices, String notes, String by,
                       Instant now) {
        jdbc.sql("""
                insert into closing (case_reference, advice, childrens_services, notes, recorded_by, recorded_at)
                values (:reference, :advice, :children, :notes, :by, :at)""")
                .param("reference", reference.value()).param("advice", advice).param("children", childrensServices)
                .param("notes", notes).param("by", by).param("at", Columns.at(now)).update();
    }
}
