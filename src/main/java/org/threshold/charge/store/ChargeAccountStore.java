package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.charge.Account;

/** The SQL of {@code charge_account} with the facts of its placement. */
@Repository
public class ChargeAccountStore {

    static final String ACCOUNT = """
            select a.id, a.placement_id, p.case_reference, p.unit_id, p.starts_on, p.ended_on, p.end_reason,
                   o.on_day as opened_from
              from charge_account a join placement p on p.id = a.placement_id
              left join charge_line o on o.account_id = a.id and o.kind = 'OPENING'
            """;

    /** Accounts of which a night has been spent that is not charged. Looks at the last charged night alone. */
    private static final String DUE = """
            select a.id from charge_account a join placement p on p.id = a.placement_id
              left join charge_line o on o.account_id = a.id and o.kind = 'OPENING'
              cross join lateral (select max(l.nights_until) as until from charge_line l
                                   where l.account_id = a.id and l.kind = 'CHARGE') charged
             where p.starts_on is not null and p.end_reason is distinct from 'NOT_OCCUPIED'
               and greatest(p.starts_on, o.on_day, charged.until) < least(p.ended_on, :today)
             order by a.id limit :most
            """;

    private final JdbcClient jdbc;
    private final Sight sight;

    ChargeAccountStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Those of them that had no account before, in one statement; the others stay as they are. */
    public void open(Collection<Long> placementIds, Instant now, String by) {
        jdbc.sql("""
                insert into charge_account (placement_id, opened_at, opened_by)
                select distinct placement, cast(:at as timestamptz), :by from unnest(cast(:placements as bigint[])) as placement
                on conflict (placement_id) do nothing""")
                .param("placements", placementIds.toArray(Long[]::new)).param("at", Columns.at(now)).param("by", by)
                .update();
    }

    /** Of those whose case the current officer may know of. */
    public Optional<Account> ofPlacement(long placementId) {
        return jdbc.sql(ACCOUNT + "where a.placement_id = :placement and " + Sight.of("p.case_reference"))
                .param("placement", placementId).params(sight.parameters()).query((row, i) -> account(row)).optional();
    }

    /** The same, oldest first. */
    public List<Account> ofCase(CaseReference reference) {
        return jdbc.sql(ACCOUNT + "where p.case_reference = :reference and " + Sight.of("p.case_reference")
                + " order by a.id").param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> account(row)).list();
    }

    /** Whatever case they belong to: for what is posted from files, which shows nobody a case. */
    public List<Account> all(Collection<Long> ids) {
        return jdbc.sql(ACCOUNT + "where a.id = any(cast(:ids as bigint[])) order by a.id")
                .param("ids", ids.toArray(Long[]::new)).query((row, i) -> account(row)).list();
    }

    /** As {@link #all}, by placement. */
    public List<Account> ofPlacements(Collection<Long> placementIds) {
        return jdbc.sql(ACCOUNT + "where a.placement_id = any(cast(:ids as bigint[])) order by a.id")
                .param("ids", placementIds.toArray(Long[]::new)).query((row, i) -> account(row)).list();
    }

    public List<Long> due(LocalDate today, int most) {
        return jdbc.sql(DUE).param("today", today).param("most", most).query(Long.class).list();
    }

    /** Placements with an account in which somebody lives, or lived on or after a day. */
    public List<Long> livedInSince(LocalDate day) {
        return jdbc.sql("""
                select p.id from charge_account a join placement p on p.id = a.placement_id
                 where p.starts_on is not null and (p.ended_on is null or p.ended_on >= :day) order by p.id""")
                .param("day", day).query(Long.class).list();
    }

    /** Makes others who post to these accounts wait until the transaction ends. */
    public void lock(Collection<Long> ids) {
        jdbc.sql("select id from charge_account where id = any(cast(:ids as bigint[])) order by id for update")
                .param("ids", ids.toArray(Long[]::new)).query(Long.class).list();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(row.getLong("id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), row.getObject("unit_id", Long.class),
                Columns.day(row, "starts_on"), Columns.day(row, "ended_on"),
                Columns.code(row, "end_reason", PlacementEnd.class), Columns.day(row, "opened_from"));
    }
}
