package org.threshold.audit.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The months of {@code audit_entry}, and the triggers that keep them. */
@Repository
public class AuditGuards {

    private static final String UNGUARDED = """
            with kept as (
                select 'audit_entry'::regclass as kept, 'audit_entry_append_only' as guard
                union all select 'audit_entry'::regclass, 'audit_entry_row_append_only'
                union all select inhrelid::regclass, 'audit_entry_append_only'
                  from pg_inherits where inhparent = 'audit_entry'::regclass
                union all select inhrelid::regclass, 'audit_entry_row_append_only'
                  from pg_inherits where inhparent = 'audit_entry'::regclass
                union all select 'audit_chain'::regclass, 'audit_chain_is_kept'
                union all select 'audit_chain'::regclass, 'audit_chain_moves_on'
            )
            select distinct kept::text from kept
             where not exists (select from pg_trigger t where t.tgrelid = kept.kept and t.tgname = kept.guard
                                  and t.tgenabled = 'A')
             order by 1
            """;

    private static final String DETACHED = """
            select c.oid::regclass::text from pg_class c
             where c.relnamespace = (select relnamespace from pg_class where oid = 'audit_entry'::regclass)
               and c.relkind = 'r' and c.relname like 'audit\\_entry\\_%'
               and not exists (select from pg_inherits i where i.inhrelid = c.oid
                                  and i.inhparent = 'audit_entry'::regclass)
             order by 1
            """;

    private final JdbcClient jdbc;

    AuditGuards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the partition of a month, once for all nodes. Whoever waits for the tables' locks holds up every writer
     * behind it, so it gives up soon and leaves it to the next time; call it in a transaction of its own.
     *
     * @return whether it was made; not where it is there, or where its entries are in the default partition already
     */
    public boolean makeMonth(YearMonth month) {
        jdbc.sql("set local lock_timeout = '3s'").update();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit_make_month'))::text").query(String.class).single();
        return jdbc.sql("select audit_make_month(?)").param(month.atDay(1)).query(Boolean.class).single();
    }

    /** Whether the month has a partition of its own. */
    public boolean hasMonth(YearMonth month) {
        LocalDate first = month.atDay(1);
        return jdbc.sql("select to_regclass('audit_entry_' || to_char(cast(? as date), 'YYYY_MM')) is not null")
                .param(first).query(Boolean.class).single();
    }

    /** Tables whose triggers are gone or switched off. */
    public List<String> unguarded() {
        return jdbc.sql(UNGUARDED).query(String.class).list();
    }

    /** Months that were taken out of the audit and still lie beside it. */
    public List<String> detached() {
        return jdbc.sql(DETACHED).query(String.class).list();
    }
}
