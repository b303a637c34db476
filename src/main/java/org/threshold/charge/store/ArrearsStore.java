package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.Columns;
import org.threshold.charge.Account;

/** The SQL of arrears: what is owed on which account, since when, and for which nights no benefit stands. */
@Repository
public class ArrearsStore {

    private static final String OWED = """
            select account.*, f.team, s.pence, s.charged, s.opening,
                   exists (select from payment_arrangement a where a.account_id = account.id and not exists
                       (select from payment_arrangement_end e where e.arrangement_id = a.id)) as arranged
              from (%s) account join case_file f on f.reference = account.case_reference
              join (%%s) s on s.account_id = account.id
             where %s order by s.pence desc, account.id
            """.formatted(ChargeAccountStore.ACCOUNT, Sight.of("account.case_reference"));

    /** What an account came to, of lines; a reversal counts with what it takes back. */
    private static final String SUMS = """
            select l.account_id, sum(l.pence) as pence, coalesce(sum(l.pence) filter (where l.kind in ('CHARGE', 'BENEFIT')
                       or l.kind = 'REVERSAL' and (select taken.kind from charge_line taken where taken.id = l.reverses)
                           in ('CHARGE', 'BENEFIT')), 0) as charged,
                   coalesce(sum(l.pence) filter (where l.kind = 'OPENING'), 0) as opening
              from charge_line l where %s group by l.account_id""";

    private static final String OWED_AS_KNOWN = OWED.formatted(SUMS.formatted(
            "l.on_day <= :last and l.recorded_at < :known") + " having sum(l.pence) > 0");

    /** The months that were over, and the lines of the one that was not. */
    private static final String OWED_NOW = OWED.formatted("""
            select account_id, sum(pence) as pence, sum(charged) as charged, sum(opening) as opening from (
                select account_id, pence, charged, opening from charge_month
                 where month < date_trunc('month', cast(:last as date))
                 union all %s) part
            group by account_id having sum(pence) > 0""".formatted(SUMS.formatted(
                    "l.on_day >= date_trunc('month', cast(:last as date)) and l.on_day <= :last")));

    /**
     * Each period with the eligible charges of its nights that stand and that no benefit was credited for; of each night
     * no more than its share of what benefit pays a week, Monday to Sunday, where that is known. The nights of each
     * account that benefit pays are put together first, so that only charges of the other ones are read, gap by gap. A
     * charge counts from the morning after its night.
     */
    private static final String GAPS = """
            with period as (
                   select account_id, starts, ends, weekly, at
                     from unnest(cast(:accounts as bigint[]), cast(:from as date[]), cast(:until as date[]),
                                 cast(:weekly as bigint[])) with ordinality as each (account_id, starts, ends, weekly, at)
                    where starts < ends),
                 taken_back as materialized (
                   select reverses as id from charge_line where reverses is not null and recorded_at < :known),
                 paid as materialized (
                   select b.account_id, range_agg(daterange(b.nights_from, b.nights_until)) as nights
                     from charge_line b
                    where b.kind = 'BENEFIT' and b.account_id = any(cast(:accounts as bigint[])) and b.on_day <= :last
                      and b.recorded_at < :known and not exists (select from taken_back where taken_back.id = b.id)
                    group by b.account_id),
                 gap as (
                   select period.at, period.account_id, period.weekly, unnest(datemultirange(daterange(period.starts,
                          period.ends)) - coalesce(paid.nights, '{}')) as nights
                     from period left join paid on paid.account_id = period.account_id)
            select gap.at, sum(charged.pence) as pence from gap cross join lateral (
                   select sum(least(l.pence - l.ineligible_pence,
                              gap.weekly * extract(isodow from l.nights_from)::bigint / 7
                              - gap.weekly * (extract(isodow from l.nights_from)::bigint - 1) / 7)) as pence
                     from charge_line l where l.account_id = gap.account_id and l.kind = 'CHARGE'
                      and l.nights_from >= lower(gap.nights) and l.nights_from < least(upper(gap.nights), :last)
                      and l.recorded_at < :known and l.id not in (select id from taken_back)) charged
             group by gap.at
            """;

    private static final String SINCE = """
            with day as (select account_id, on_day, sum(sum(pence)) over (partition by account_id order by on_day) as owed
                           from charge_line where account_id = any(cast(:accounts as bigint[])) and on_day <= :last
                            and recorded_at < :known group by account_id, on_day),
                 clear as (select account_id, max(on_day) as on_day from day where owed <= 0 group by account_id)
            select day.account_id, min(day.on_day) as since from day left join clear on clear.account_id = day.account_id
             where clear.on_day is null or day.on_day > clear.on_day group by day.account_id
            """;

    /**
     * Each month falls into the first of the days on which it was over; the balance of a day is the sum up to it, and the
     * lines of its own month where that was not over.
     */
    private static final String TOTALS = """
            with day as (select last, at - 1 as at, date_trunc('month', last)::date as month
                           from unnest(cast(:days as date[])) with ordinality as each (last, at)),
                 moved as (select account_id, width_bucket((month + interval '1 month')::date - 2, cast(:days as date[])) as at,
                                  sum(pence) as pence from charge_month where month <= :last group by 1, 2),
                 part as (select day.at, moved.account_id, moved.pence from day join moved on moved.at <= day.at
                          union all
                          select day.at, l.account_id, l.pence from day
                            join charge_line l on l.on_day between day.month and day.last
                           where (day.month + interval '1 month')::date > day.last + 1),
                 balance as (select part.at, sum(part.pence) as pence from part
                               join charge_account on charge_account.id = part.account_id
                               join placement on placement.id = charge_account.placement_id
                              where %s group by part.at, part.account_id)
            select day.at, coalesce(sum(pence) filter (where pence > 0), 0) as pence
              from day left join balance on balance.at = day.at
             group by day.at order by day.at
            """.formatted(Sight.of("placement.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    ArrearsStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * An account on which something is owed.
     *
     * @param charged charges less benefit; see {@code ArrearsSplit}
     */
    public record Owed(Account account, String team, long pence, long charged, long opening, boolean arranged) {
    }

    /** As it is known now; most first; of the cases that the current officer may know of. */
    public List<Owed> owed(LocalDate last) {
        return jdbc.sql(OWED_NOW).param("last", last).params(sight.parameters()).query((row, i) -> owed(row)).list();
    }

    /** The same as it was known at an instant. */
    public List<Owed> owed(LocalDate last, Instant knownBefore) {
        return jdbc.sql(OWED_AS_KNOWN).param("last", last).param("known", Columns.at(knownBefore))
                .params(sight.parameters()).query((row, i) -> owed(row)).list();
    }

    /** What was owed on all accounts at the end of each of these days, in pence; earliest first. */
    public List<Long> totals(List<LocalDate> days) {
        return days.isEmpty() ? List.of() : jdbc.sql(TOTALS)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("last", days.get(days.size() - 1)).params(sight.parameters())
                .query((row, i) -> row.getLong("pence")).list();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(ChargeAccountStore.account(row), row.getString("team"), row.getLong("pence"),
                row.getLong("charged"), row.getLong("opening"), row.getBoolean("arranged"));
    }

    /**
     * Nights of an account, the day after the last is not one.
     *
     * @param mostWeekly in pence, or null where the whole eligible charge counts
     */
    public record Nights(long accountId, LocalDate from, LocalDate until, Integer mostWeekly) {
    }

    /** In pence, in the order of the periods. */
    public List<Long> unpaid(List<Nights> periods, LocalDate last, Instant knownBefore) {
        Map<Integer, Long> sums = new HashMap<>();
        jdbc.sql(GAPS).param("accounts", periods.stream().map(Nights::accountId).toArray(Long[]::new))
                .param("from", periods.stream().map(each -> each.from().toString()).toArray(String[]::new))
                .param("until", periods.stream().map(each -> each.until().toString()).toArray(String[]::new))
                .param("weekly", periods.stream().map(Nights::mostWeekly).toArray(Integer[]::new))
                .param("last", last).param("known", Columns.at(knownBefore))
                .query((row, i) -> sums.put(row.getInt("at"), row.getLong("pence"))).list();
        List<Long> inOrder = new ArrayList<>();
        for (int at = 1; at <= periods.size(); at++) {
            inOrder.add(sums.getOrDefault(at, 0L));
        }
        return inOrder;
    }

    /** The first day of the time in which something has been owed without a break; not for accounts on which nothing is. */
    public Map<Long, LocalDate> owedSince(Collection<Long> accounts, LocalDate last, Instant knownBefore) {
        Map<Long, LocalDate> since = new HashMap<>();
        jdbc.sql(SINCE).param("accounts", accounts.toArray(Long[]::new)).param("last", last)
                .param("known", Columns.at(knownBefore))
                .query((row, i) -> since.put(row.getLong("account_id"), Columns.day(row, "since"))).list();
        return since;
    }
}
