package org.threshold.caseload.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.caseload.CaseloadImport;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.CaseloadImport.Money;
import org.threshold.caseload.CaseloadImport.State;
import org.threshold.caseload.CaseloadImport.Total;
import org.threshold.caseload.DateOrder;
import org.threshold.caseload.Remark;
import org.threshold.caseload.Sheet;
import org.threshold.casefile.CaseReference;

/** The SQL of {@code caseload_import} and what belongs to it. */
@Repository
public class ImportStore {

    /** A run that has not said for so long that it goes on was interrupted. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** Of a remark: that the household it names has become no case that is hidden from whoever reads. */
    private static final String SEEN = """
            not exists (select from caseload_household h where h.import_id = caseload_remark.import_id
                and h.previous_reference = caseload_remark.previous_reference and h.state = 'IMPORTED' and not %s)"""
            .formatted(Sight.of("h.case_reference"));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Sight sight;

    ImportStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Sight sight) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sight = sight;
    }

    /** What the check says of one household. */
    public record Household(int position, String reference, String hash, Fate fate, String status,
                            Integer[] counts, long balancePence) {
    }

    public long insert(DateOrder order, String hash, State state, String by, Instant now) {
        return jdbc.sql("""
                insert into caseload_import (uploaded_at, uploaded_by, date_order, content_hash, state)
                values (:at, :by, :order, :hash, :state) returning id""")
                .param("at", Timestamp.from(now)).param("by", by).param("order", order.name()).param("hash", hash)
                .param("state", state.name()).query(Long.class).single();
    }

    public void keepFiles(long id, Map<Sheet, byte[]> files) {
        files.forEach((sheet, content) -> jdbc.sql(
                "insert into caseload_file (import_id, sheet, content) values (?, ?, ?)")
                .params(id, sheet.name(), content).update());
    }

    public void forgetFiles(long id) {
        jdbc.sql("delete from caseload_file where import_id = ?").param(id).update();
    }

    public Map<Sheet, byte[]> files(long id) {
        Map<Sheet, byte[]> files = new EnumMap<>(Sheet.class);
        jdbc.sql("select sheet, content from caseload_file where import_id = ?").param(id)
                .query((row, i) -> files.put(Sheet.valueOf(row.getString(1)), row.getBytes(2))).list();
        return files;
    }

    public void keep(long id, List<Household> households, Map<Sheet, Integer> strays) {
        batch("""
                insert into caseload_household (import_id, position, previous_reference, content_hash, state, status,
                    row_counts, balance_pence)
                values (:id, :position, :reference, :hash, :state, :status, cast(:counts as integer[]), :balance)""",
                households.stream().map(each -> new MapSqlParameterSource("id", id)
                        .addValue("position", each.position()).addValue("reference", each.reference())
                        .addValue("hash", each.hash()).addValue("state", each.fate().name())
                        .addValue("status", each.status()).addValue("counts", array(each.counts()))
                        .addValue("balance", each.balancePence())).toList());
        batch("insert into caseload_stray (import_id, sheet, rows) values (:id, :sheet, :rows)",
                strays.entrySet().stream().map(each -> new MapSqlParameterSource("id", id)
                        .addValue("sheet", each.getKey().name()).addValue("rows", each.getValue())).toList());
    }

    private static String array(Integer[] counts) {
        return "{" + String.join(",", java.util.Arrays.stream(counts).map(String::valueOf).toList()) + "}";
    }

    public void remark(long id, List<Remark> remarks) {
        batch("""
                insert into caseload_remark (import_id, sheet, line, heading, previous_reference, refused, problem,
                    remedy)
                values (:id, :sheet, :line, :heading, :reference, :refused, :problem, :remedy)""",
                remarks.stream().map(each -> new MapSqlParameterSource("id", id)
                        .addValue("sheet", each.sheet().name()).addValue("line", each.line())
                        .addValue("heading", each.heading()).addValue("reference", each.reference())
                        .addValue("refused", each.refused()).addValue("problem", each.problem())
                        .addValue("remedy", each.remedy())).toList());
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    /** In the order of the files and lines; none about a household whose case is hidden from whoever reads. */
    public List<Remark> remarks(long id, int limit) {
        return jdbc.sql("select * from caseload_remark where import_id = :id and " + SEEN
                        + " order by refused desc, id limit :limit")
                .param("id", id).param("limit", limit).params(sight.parameters())
                .query((row, i) -> new Remark(Sheet.valueOf(row.getString("sheet")), row.getInt("line"),
                        row.getString("heading"), row.getString("previous_reference"), row.getBoolean("refused"),
                        row.getString("problem"), row.getString("remedy"))).list();
    }

    /** Households that were brought over before: their content's hash, by reference in capitals. */
    public Map<String, String> broughtOver() {
        Map<String, String> known = new HashMap<>();
        jdbc.sql("select upper(previous_reference), content_hash from caseload_household where state = 'IMPORTED'")
                .query((row, i) -> known.put(row.getString(1), row.getString(2))).list();
        return known;
    }

    public Optional<CaseloadImport> find(long id, Instant now) {
        return jdbc.sql("select * from caseload_import where id = ?").param(id).query((row, i) -> read(row, now))
                .optional();
    }

    /** Latest first. */
    public List<CaseloadImport> latest(int limit, Instant now) {
        return jdbc.sql("select * from caseload_import order by id desc limit ?").param(limit)
                .query((row, i) -> read(row, now)).list();
    }

    private static CaseloadImport read(ResultSet row, Instant now) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Timestamp alive = row.getTimestamp("alive_at");
        boolean silent = state == State.RUNNING && alive.toInstant().isBefore(now.minus(SILENCE));
        return new CaseloadImport(row.getLong("id"), row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"), DateOrder.valueOf(row.getString("date_order")),
                row.getString("content_hash"), state, silent, row.getString("applied_by"), at(row, "applied_at"),
                at(row, "finished_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** @return false when it is being brought over already, or cannot be */
    public boolean begin(long id, UUID runner, String by, Instant now) {
        return jdbc.sql("""
                update caseload_import set state = 'RUNNING', runner = :runner, applied_by = :by, applied_at = :now,
                    alive_at = :now
                where id = :id and (state in ('CHECKED', 'STOPPED') or state = 'RUNNING' and alive_at < :silent)""")
                .param("id", id).param("runner", runner).param("by", by).param("now", Timestamp.from(now))
                .param("silent", Timestamp.from(now.minus(SILENCE))).update() == 1;
    }

    /** @return false when it was stopped, or somebody else brings it over now */
    public boolean alive(long id, UUID runner, Instant now) {
        return jdbc.sql("""
                update caseload_import set alive_at = :now
                where id = :id and runner = :runner and state = 'RUNNING'""")
                .param("id", id).param("runner", runner).param("now", Timestamp.from(now)).update() == 1;
    }

    public boolean stop(long id) {
        return jdbc.sql("update caseload_import set state = 'STOPPED' where id = ? and state = 'RUNNING'").param(id)
                .update() == 1;
    }

    public boolean done(long id, UUID runner, Instant now) {
        return jdbc.sql("""
                update caseload_import set state = 'DONE', finished_at = :now
                where id = :id and runner = :runner and state = 'RUNNING'""")
                .param("id", id).param("runner", runner).param("now", Timestamp.from(now)).update() == 1;
    }

    /** What is still to be brought over, by position. */
    public List<Integer> ready(long id) {
        return jdbc.sql("select position from caseload_household where import_id = ? and state = 'READY'"
                + " order by position").param(id).query(Integer.class).list();
    }

    /** Waits for whoever brings over the same household now. @return false when somebody has */
    public boolean lock(long id, int position) {
        return jdbc.sql("select true from caseload_household where import_id = ? and position = ?"
                + " and state = 'READY' for update").params(id, position).query(Boolean.class).optional().isPresent();
    }

    /** What the household has become through another upload since the check; empty when nothing. */
    public Optional<Fate> meanwhile(long id, int position) {
        return jdbc.sql("""
                select case when other.content_hash = own.content_hash then 'ALREADY' else 'CHANGED' end
                from caseload_household own join caseload_household other on other.state = 'IMPORTED'
                    and upper(other.previous_reference) = upper(own.previous_reference)
                where own.import_id = ? and own.position = ?""").params(id, position)
                .query(String.class).optional().map(Fate::valueOf);
    }

    public void passedOver(long id, int position, Fate fate) {
        jdbc.sql("update caseload_household set state = ? where import_id = ? and position = ? and state = 'READY'")
                .params(fate.name(), id, position).update();
    }

    public void imported(long id, int position, CaseReference reference, String late, String owner, Instant now) {
        jdbc.sql("""
                update caseload_household set state = 'IMPORTED', case_reference = :reference, brought_at = :now,
                    late_clock = :late, owner = :owner
                where import_id = :id and position = :position""")
                .param("id", id).param("position", position).param("reference", reference.value())
                .param("now", Timestamp.from(now)).param("late", late).param("owner", owner).update();
    }

    public void refused(long id, int position) {
        jdbc.sql("update caseload_household set state = 'REFUSED' where import_id = ? and position = ?"
                + " and state = 'READY'").params(id, position).update();
    }

    /** One for each file, in order. */
    public List<Total> totals(long id) {
        Map<Sheet, Map<Fate, Integer>> sums = new EnumMap<>(Sheet.class);
        jdbc.sql("""
                select counted.sheet, h.state, sum(counted.n) from caseload_household h
                cross join lateral unnest(h.row_counts) with ordinality as counted (n, sheet)
                where h.import_id = ? group by 1, 2""").param(id)
                .query((row, i) -> sums.computeIfAbsent(Sheet.values()[row.getInt(1) - 1],
                        none -> new EnumMap<>(Fate.class)).merge(Fate.valueOf(row.getString(2)), row.getInt(3),
                        Integer::sum)).list();
        jdbc.sql("select sheet, rows from caseload_stray where import_id = ?").param(id)
                .query((row, i) -> sums.computeIfAbsent(Sheet.valueOf(row.getString(1)),
                        none -> new EnumMap<>(Fate.class)).merge(Fate.REFUSED, row.getInt(2), Integer::sum)).list();
        return java.util.Arrays.stream(Sheet.values()).map(sheet -> total(sheet,
                sums.getOrDefault(sheet, Map.of()))).toList();
    }

    /** The sum of the balances of the households, by what became of them; rows of no household hold none. */
    public Money balances(long id) {
        Map<Fate, Long> sums = new EnumMap<>(Fate.class);
        jdbc.sql("select state, sum(balance_pence) from caseload_household where import_id = ? group by 1").param(id)
                .query((row, i) -> sums.put(Fate.valueOf(row.getString(1)), row.getLong(2))).list();
        return new Money(sums.values().stream().mapToLong(Long::longValue).sum(),
                sums.getOrDefault(Fate.IMPORTED, 0L), sums.getOrDefault(Fate.READY, 0L),
                sums.getOrDefault(Fate.REFUSED, 0L), sums.getOrDefault(Fate.ALREADY, 0L),
                sums.getOrDefault(Fate.CHANGED, 0L));
    }

    private static Total total(Sheet sheet, Map<Fate, Integer> of) {
        int read = of.values().stream().mapToInt(Integer::intValue).sum();
        return new Total(sheet.fileName(), read, of.getOrDefault(Fate.IMPORTED, 0), of.getOrDefault(Fate.READY, 0),
                of.getOrDefault(Fate.REFUSED, 0), of.getOrDefault(Fate.ALREADY, 0),
                of.getOrDefault(Fate.CHANGED, 0));
    }

    /** Households that were or will be brought over, by what the column says of them; most first. */
    public Map<String, Integer> counted(long id, boolean late) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        String column = late ? "late_clock" : "status";
        jdbc.sql("select " + column + ", count(*) from caseload_household where import_id = ?"
                        + " and state in ('READY', 'IMPORTED') and " + column + " is not null group by 1"
                        + " order by 2 desc, 1").param(id)
                .query((row, i) -> counted.put(row.getString(1), row.getInt(2))).list();
        return counted;
    }

    public int remarkCount(long id, boolean refused) {
        return jdbc.sql("select count(*) from caseload_remark where import_id = :id and refused = :refused and " + SEEN)
                .param("id", id).param("refused", refused).params(sight.parameters()).query(Integer.class).single();
    }

    /** The case that each household became, by reference in the files. */
    public Map<String, String> cases(long id, Collection<String> references) {
        Map<String, String> cases = new HashMap<>();
        jdbc.sql("select previous_reference, case_reference from caseload_household where import_id = ?"
                        + " and state = 'IMPORTED' and previous_reference = any(?)")
                .params(id, references.toArray(String[]::new))
                .query((row, i) -> cases.put(row.getString(1), row.getString(2))).list();
        return cases;
    }
}
