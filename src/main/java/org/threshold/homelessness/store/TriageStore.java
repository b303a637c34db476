package org.threshold.homelessness.store;

import static org.threshold.casefile.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.Triage;

/** The SQL of {@code triage}, {@code advice}, {@code interim_accommodation} and {@code withdrawal}. */
@Repository
public class TriageStore {

    private final JdbcClient jdbc;

    TriageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, Triage triage, String by, Instant now) {
        jdbc.sql("""
                insert into triage (case_reference, domestic_abuse, hate_crime, aged_16_or_17, homeless_tonight,
                    within_56_days, reason_to_believe, why_no_reason, interim_due, interim_not_due_as, why_no_interim,
                    diary_date, notes, recorded_by, recorded_at)
                values (:reference, :abuse, :hate, :young, :tonight, :within, :believe, :whyNot, :interim, :interimNot,
                    :whyNoInterim, :diary, :notes, :by, :at)""")
                .param("reference", reference.value()).param("abuse", triage.domesticAbuse())
                .param("hate", triage.hateCrime()).param("young", triage.aged16or17())
                .param("tonight", triage.homelessTonight()).param("within", triage.within56Days())
                .param("believe", triage.reasonToBelieve()).param("whyNot", triage.whyNoReason())
                .param("interim", triage.interimDue()).param("interimNot", Codes.joined(triage.interimNotDueAs()))
                .param("whyNoInterim", triage.whyNoInterim()).param("diary", triage.diaryDate())
                .param("notes", triage.notes()).param("by", by).param("at", at(now)).update();
    }

    public Optional<Triage> latest(CaseReference reference) {
        return jdbc.sql("select * from triage where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value()).query((row, i) -> triage(row)).optional();
    }

    private static Triage triage(ResultSet row) throws SQLException {
        return new Triage(row.getBoolean("domestic_abuse"), row.getBoolean("hate_crime"),
                row.getBoolean("aged_16_or_17"), row.getBoolean("homeless_tonight"), row.getBoolean("within_56_days"),
                row.getBoolean("reason_to_believe"), row.getString("why_no_reason"), row.getBoolean("interim_due"),
                Codes.read(row, "interim_not_due_as"), row.getString("why_no_interim"), Columns.day(row, "diary_date"),
                row.getString("notes"));
    }

    public void insertAdvice(CaseReference reference, List<String> topics, String advice, boolean inWriting,
                             String by, Instant now) {
        jdbc.sql("""
                insert into advice (case_reference, topics, advice, in_writing, recorded_by, recorded_at)
                values (:reference, :topics, :advice, :inWriting, :by, :at)""")
                .param("reference", reference.value()).param("topics", Codes.joined(topics)).param("advice", advice)
                .param("inWriting", inWriting).param("by", by).param("at", at(now)).update();
    }

    public Optional<String> latestAdvice(CaseReference reference) {
        return jdbc.sql("select advice from advice where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value()).query(String.class).optional();
    }

    public void insertInterim(CaseReference reference, InterimArrangement made, String by, Instant now) {
        jdbc.sql("""
                insert into interim_accommodation (case_reference, outcome, address, kind, from_day, in_district,
                    suitability, why_not, recorded_by, recorded_at)
                values (:reference, :outcome, :address, :kind, :from, :inDistrict, :suitability, :whyNot, :by, :at)""")
                .param("reference", reference.value()).param("outcome", made.outcome())
                .param("address", made.address()).param("kind", made.kind()).param("from", made.from())
                .param("inDistrict", made.inDistrict()).param("suitability", made.suitability())
                .param("whyNot", made.whyNot()).param("by", by).param("at", at(now)).update();
    }

    public Optional<InterimArrangement> latestInterim(CaseReference reference) {
        return jdbc.sql("select * from interim_accommodation where case_reference = :r order by id desc limit 1")
                .param("r", reference.value())
                .query((row, i) -> new InterimArrangement(row.getString("outcome"), row.getString("address"),
                        row.getString("kind"), Columns.day(row, "from_day"), Columns.yesNo(row, "in_district"),
                        row.getString("suitability"), row.getString("why_not")))
                .optional();
    }

    /** The id of the withdrawal that was recorded last. */
    public Optional<Long> latestWithdrawal(CaseReference reference) {
        return jdbc.sql("select max(id) from withdrawal where case_reference = :reference")
                .param("reference", reference.value()).query(Long.class).optional();
    }

    public void insertWithdrawal(CaseReference reference, String how, String by, Instant now) {
        jdbc.sql("""
                insert into withdrawal (case_reference, how, recorded_by, recorded_at)
                values (:reference, :how, :by, :at)""")
                .param("reference", reference.value()).param("how", how).param("by", by).param("at", at(now)).update();
    }
}
