package org.threshold.nextaction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** Reads what a room's statement finds, without what is answered already and what the officer may not know of. */
@Component
public class ProposalSql {

    private static final String AROUND = """
            select found.* from (%s) found
            where %s and (:only::text is null or found.case_reference = :only)
                and not exists (select from next_action answered where answered.case_reference = found.case_reference
                    and answered.kind = :kind and answered.subject = found.subject)
            order by found.due_on, found.case_reference, found.subject limit :most""";

    private final JdbcClient jdbc;
    private final Sight sight;
    private final Clock clock;

    ProposalSql(JdbcClient jdbc, Sight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * @param sql yields {@code case_reference}, {@code team}, {@code subject}, {@code detail} and {@code due_on}; it may
     *            use {@code :today}
     */
    public List<Proposal> read(ActionKind kind, String sql, CaseReference only) {
        return jdbc.sql(AROUND.formatted(sql, Sight.of("found.case_reference")))
                .params(Map.of("today", LocalDate.now(clock), "kind", kind.name(), "most", NextActions.MOST))
                .param("only", only == null ? null : only.value()).params(sight.parameters())
                .query((row, i) -> new Proposal(new CaseReference(row.getString("case_reference")),
                        row.getString("team"), kind, row.getString("subject"), row.getString("detail"),
                        Columns.day(row, "due_on"))).list();
    }
}
