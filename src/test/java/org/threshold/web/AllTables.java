package org.threshold.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every table of the service and of the engine holds, by count and fingerprint, to see that nothing moved.
 * That somebody looked, searched, was refused, signed in or out or was last seen is recorded whatever came of it, and is
 * left out.
 */
final class AllTables {

    private static final String CHANGES_ONLY = " where action not in ('case.refused', 'case.notFound')"
            + " and action not like '%.viewed' and action not like '%.searched' and action not like 'signIn.%'"
            + " and action not like 'session.%'";

    private final JdbcClient jdbc;
    private final String question;

    AllTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql("select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname in ('threshold', 'engine') and tablename not like 'audit\\_entry\\_%'"
                + " and tablename not in ('audit_chain', 'sign_in_session') order by 1").query(String.class).list();
        question = tables.stream().map(table -> "select '" + table + "' as name, count(*) || ' rows, ' ||"
                        + " coalesce(sum(hashtextextended(t::text, 0)), 0) as held from " + table + " t"
                        + (table.equals("threshold.audit_entry") ? CHANGES_ONLY : ""))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> held() {
        Map<String, String> held = new TreeMap<>();
        jdbc.sql(question).query((row, n) -> held.put(row.getString("name"), row.getString("held"))).list();
        return held;
    }
}
