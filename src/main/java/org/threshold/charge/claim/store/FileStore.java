package org.threshold.charge.claim.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.charge.claim.BenefitFile;
import org.threshold.charge.claim.BenefitFile.Outcome;

/** The SQL of the files to and from the benefit system. */
@Repository
public class FileStore {

    private static final String LINES = """
            select line.*, claim.placement_id from benefit_file_line line
            left join benefit_claim claim on claim.id = line.claim_id
            where line.file_id = :file and (line.case_reference is null or %s)
            order by line.line limit :most""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Sight sight;

    FileStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Sight sight) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sight = sight;
    }

    /** A claim that is made, whom it is for, and in which unit; the unit is null until one was chosen. */
    public record ClaimRow(long claimId, String reference, Kind kind, String caseReference, String givenName,
                           String familyName, LocalDate dateOfBirth, String nationalInsurance, LocalDate firstNight,
                           LocalDate leftOn, LocalDate madeOn, Long unitId) {
    }

    /** Every claim that was made and not withdrawn, of the cases that whoever asks may know of. */
    public List<ClaimRow> made() {
        return jdbc.sql("""
                select claim.id, claim.reference, claim.kind, claim.case_reference, member.given_name,
                    member.family_name, member.date_of_birth, member.ni_number, claim.liable_from, placement.ended_on,
                    claim.made_on, placement.unit_id
                from benefit_claim claim join placement on placement.id = claim.placement_id
                join household_member member on member.case_reference = claim.case_reference and member.main_applicant
                where claim.reference is not null and claim.status <> 'WITHDRAWN' and %s
                order by claim.id""".formatted(Sight.of("claim.case_reference"))).params(sight.parameters())
                .query((row, i) -> row(row)).list();
    }

    private static ClaimRow row(ResultSet row) throws SQLException {
        return new ClaimRow(row.getLong("id"), row.getString("reference"), Kind.valueOf(row.getString("kind")),
                row.getString("case_reference"), row.getString("given_name"), row.getString("family_name"),
                row.getObject("date_of_birth", LocalDate.class), row.getString("ni_number"),
                row.getObject("liable_from", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                row.getObject("made_on", LocalDate.class), row.getObject("unit_id", Long.class));
    }

    /** Claims of which something was handed over before, with the last line. */
    public Map<Long, String> lastLines() {
        return jdbc.sql("""
                select distinct on (claim_id) claim_id, content from benefit_file_line
                where outcome = 'HANDED_OVER' and %s
                order by claim_id, id desc""".formatted(Sight.of("benefit_file_line.case_reference")))
                .params(sight.parameters()).query((row, i) -> Map.entry(row.getLong(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Two people who hand over at once do it one after the other. */
    public void lockOut() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('benefit_file out'))").query((row, i) -> 1).list();
    }

    public long insert(boolean out, String fingerprint, String by, Instant now) {
        return jdbc.sql("""
                insert into benefit_file (direction, made_at, made_by, fingerprint)
                values (:direction, :at, :by, :fingerprint) returning id""")
                .param("direction", out ? "OUT" : "IN").param("at", Timestamp.from(now)).param("by", by)
                .param("fingerprint", fingerprint).query(Long.class).single();
    }

    /** A line with the id of its claim; null where it was not matched. */
    public record NewLine(int number, Long claimId, String caseReference, String key, String content, Outcome outcome,
                          String words) {
    }

    public void insertLines(long fileId, List<NewLine> lines) {
        batches.batchUpdate("""
                insert into benefit_file_line (file_id, line, claim_id, case_reference, key, content, outcome, words)
                values (:file, :line, :claim, :case, :key, :content, :outcome, :words)""", lines.stream()
                .map(line -> new MapSqlParameterSource("file", fileId).addValue("line", line.number())
                        .addValue("claim", line.claimId()).addValue("case", line.caseReference())
                        .addValue("key", line.key()).addValue("content", line.content())
                        .addValue("outcome", line.outcome().name()).addValue("words", line.words()))
                .toArray(MapSqlParameterSource[]::new));
    }

    /** Newest first, with the numbers of lines of cases that whoever asks may know of. */
    public List<BenefitFile> latest(int most) {
        return files("order by id desc limit :most", Map.of("most", most));
    }

    public Optional<BenefitFile> find(long id) {
        return files("where id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<BenefitFile> files(String which, Map<String, Object> parameters) {
        List<BenefitFile> files = jdbc.sql("select * from benefit_file " + which).params(parameters)
                .query((row, i) -> new BenefitFile(row.getLong("id"), row.getString("direction").equals("OUT"),
                        row.getTimestamp("made_at").toInstant(), row.getString("made_by"), row.getString("fingerprint"),
                        new EnumMap<>(Outcome.class))).list();
        Map<Long, BenefitFile> byId = files.stream().collect(Collectors.toMap(BenefitFile::id, file -> file));
        jdbc.sql("""
                select file_id, outcome, count(*) from benefit_file_line
                where file_id = any(:files::bigint[]) and (case_reference is null or %s)
                group by file_id, outcome""".formatted(Sight.of("benefit_file_line.case_reference")))
                .param("files", byId.keySet().toArray(Long[]::new)).params(sight.parameters())
                .query((row, i) -> byId.get(row.getLong(1)).lines().put(Outcome.valueOf(row.getString(2)), row.getInt(3)))
                .list();
        return files;
    }

    public List<BenefitFile.Line> lines(long fileId, int most) {
        return jdbc.sql(LINES.formatted(Sight.of("line.case_reference"))).param("file", fileId).param("most", most)
                .params(sight.parameters()).query((row, i) -> new BenefitFile.Line(row.getInt("line"),
                        row.getString("case_reference"), row.getObject("placement_id", Long.class),
                        row.getString("key"), row.getString("content"), Outcome.valueOf(row.getString("outcome")),
                        row.getString("words"))).list();
    }

    /** Of these records, those that were taken before, with their fingerprints. */
    public Map<String, String> taken(Collection<String> recordIds) {
        return jdbc.sql("select record_id, fingerprint from benefit_taken where record_id = any(:ids::text[])")
                .param("ids", recordIds.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return false where somebody else took the same record meanwhile */
    public boolean take(String recordId, String fingerprint, long claimId, long fileId) {
        return jdbc.sql("""
                insert into benefit_taken (record_id, fingerprint, claim_id, file_id)
                values (:id, :fingerprint, :claim, :file) on conflict do nothing""")
                .param("id", recordId).param("fingerprint", fingerprint).param("claim", claimId).param("file", fileId)
                .update() == 1;
    }
}
