package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.Rate;
import org.threshold.casefile.Columns;
import org.threshold.charge.Line;
import org.threshold.charge.LineKind;
import org.threshold.charge.NewLine;

/** The SQL of {@code charge_line}: it is added to and read, and the table refuses anything else. */
@Repository
public class ChargeLineStore {

    private static final String INSERT = """
            insert into charge_line (account_id, kind, on_day, pence, ineligible_pence, nights_from, nights_until, rate_per,
                rate_pence, turn, source, reverses, request_id, words, reason, recorded_at, recorded_by)
            values (:account, :kind, :onDay, :pence, :ineligible, :from, :until, :per, :rate, :turn, :source, :reverses,
                :request, :words, :reason, :at, :by)
            """;

    private static final String LINE = """
            select l.*, coalesce(taken.kind, l.kind) as of_kind, l.reverses is not null as reversal,
                   exists (select from charge_line r where r.reverses = l.id) as taken_back
              from charge_line l left join charge_line taken on taken.id = l.reverses
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ChargeLineStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In one batch. */
    public void insert(Collection<NewLine> lines, Instant now, String by) {
        if (!lines.isEmpty()) {
            batches.batchUpdate(INSERT, lines.stream().map(line -> parameters(line, now, by))
                    .toArray(MapSqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource parameters(NewLine line, Instant now, String by) {
        Rate rate = line.rate();
        return new MapSqlParameterSource("account", line.accountId()).addValue("kind", line.kind().name())
                .addValue("onDay", line.onDay()).addValue("pence", line.pence())
                .addValue("ineligible", line.ineligible()).addValue("from", line.nightsFrom())
                .addValue("until", line.nightsUntil()).addValue("per", rate == null ? null : rate.per().name())
                .addValue("rate", rate == null ? null : rate.total()).addValue("turn", line.turn())
                .addValue("source", line.source()).addValue("reverses", line.reverses())
                .addValue("request", line.requestId()).addValue("words", line.words())
                .addValue("reason", line.reason()).addValue("at", Columns.at(now)).addValue("by", by);
    }

    /** Every charge of a night, also those taken back, in order of nights. */
    public Map<Long, List<Line>> nights(Collection<Long> accounts) {
        return jdbc.sql(LINE + """
                where l.account_id = any(cast(:accounts as bigint[])) and l.kind = 'CHARGE'
                order by l.account_id, l.nights_from, l.turn""").param("accounts", accounts.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong("account_id"), line(row))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue,
                                Collectors.toList())));
    }

    /** The day after the last night that was ever charged. */
    public Map<Long, LocalDate> chargedUntil(Collection<Long> accounts) {
        Map<Long, LocalDate> until = new HashMap<>();
        jdbc.sql("""
                select account_id, max(nights_until) as until from charge_line
                 where account_id = any(cast(:accounts as bigint[])) and kind = 'CHARGE' group by account_id""")
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, i) -> until.put(row.getLong("account_id"), Columns.day(row, "until"))).list();
        return until;
    }

    /** What counts from the first day on until and with the last, known before an instant; in the order of the account. */
    public List<Line> between(long account, LocalDate first, LocalDate last, Instant knownBefore) {
        return jdbc.sql(LINE + """
                where l.account_id = :account and l.on_day between :first and :last and l.recorded_at < :known
                order by l.on_day, l.id""").param("account", account).param("first", first).param("last", last)
                .param("known", Columns.at(knownBefore)).query((row, i) -> line(row)).list();
    }

    /** The sum of what counts until and with a day, known before an instant. */
    public long balance(long account, LocalDate last, Instant knownBefore) {
        return totals(account, last, knownBefore).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same by what the lines are; a reversal counts with what it takes back. */
    public Map<LineKind, Long> totals(long account, LocalDate last, Instant knownBefore) {
        Map<LineKind, Long> totals = new EnumMap<>(LineKind.class);
        jdbc.sql("""
                select coalesce(taken.kind, l.kind) as of_kind, sum(l.pence) as pence
                  from charge_line l left join charge_line taken on taken.id = l.reverses
                 where l.account_id = :account and l.on_day <= :last and l.recorded_at < :known group by 1""")
                .param("account", account).param("last", last).param("known", Columns.at(knownBefore))
                .query((row, i) -> totals.put(LineKind.valueOf(row.getString("of_kind")), row.getLong("pence"))).list();
        return totals;
    }

    public Optional<Line> find(long account, long id) {
        return jdbc.sql(LINE + "where l.account_id = :account and l.id = :id").param("account", account)
                .param("id", id).query((row, i) -> line(row)).optional();
    }

    /** A line with the account to which it belongs. */
    public record Posted(long accountId, long placementId, Line line) {
    }

    public List<Posted> withSources(Set<String> sources) {
        return jdbc.sql("select p.placement_id, found.* from (" + LINE + """
                where l.source = any(cast(:sources as text[]))) found
                join charge_account p on p.id = found.account_id""").param("sources", sources.toArray(String[]::new))
                .query((row, i) -> new Posted(row.getLong("account_id"), row.getLong("placement_id"), line(row)))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("id"), Columns.day(row, "on_day"), LineKind.valueOf(row.getString("of_kind")),
                row.getBoolean("reversal"), row.getLong("pence"), row.getLong("ineligible_pence"),
                Columns.day(row, "nights_from"), Columns.day(row, "nights_until"),
                Columns.code(row, "rate_per", Rate.Per.class), row.getInt("rate_pence"), row.getBoolean("taken_back"),
                row.getString("source"), row.getString("words"), row.getString("reason"),
                Columns.instant(row, "recorded_at"), row.getString("recorded_by"));
    }
}
