package org.threshold.hclic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this room records itself: who took a case out, what was done under a duty, what help a need got, extracts. */
@Repository
public class ReturnRecords {

    private final JdbcClient jdbc;

    ReturnRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One taking out or putting back. */
    public record Choice(boolean included, String reason, String by, Instant at) {
    }

    /**
     * One extract that was taken.
     *
     * @param cases null where it was somebody else's: they may know of other cases, and so may not be counted
     * @param rows  null likewise
     */
    public record Extract(String quarter, String format, Integer cases, Integer rows, String sha256, String by,
                          Instant at) {
    }

    public void choose(String reference, boolean included, String reason, String by, Instant at) {
        jdbc.sql("""
                insert into return_choice (case_reference, included, reason, chosen_by, chosen_at)
                values (:reference, :included, :reason, :by, :at)""")
                .param("reference", reference).param("included", included).param("reason", reason).param("by", by)
                .param("at", Timestamp.from(at)).update();
    }

    /** Latest first. */
    public List<Choice> choices(String reference) {
        return jdbc.sql("select * from return_choice where case_reference = :reference order by id desc")
                .param("reference", reference)
                .query((row, i) -> new Choice(row.getBoolean("included"), row.getString("reason"),
                        row.getString("chosen_by"), row.getTimestamp("chosen_at").toInstant())).list();
    }

    public void activities(String reference, long duty, List<String> activities, String resolvedBy,
                           String accommodation, Boolean inDistrict, String by, Instant at) {
        jdbc.sql("""
                insert into duty_activity (case_reference, duty_id, activities, resolved_by, accommodation,
                    in_district, recorded_by, recorded_at)
                values (:reference, :duty, :activities, :resolved, :accommodation, :district, :by, :at)""")
                .param("reference", reference).param("duty", duty).param("activities", String.join(",", activities))
                .param("resolved", resolvedBy).param("accommodation", accommodation).param("district", inDistrict)
                .param("by", by).param("at", Timestamp.from(at)).update();
    }

    public void help(String reference, String need, String help, String by, Instant at) {
        jdbc.sql("""
                insert into need_help (case_reference, need, help, recorded_by, recorded_at)
                values (:reference, :need, :help, :by, :at)""")
                .param("reference", reference).param("need", need).param("help", help).param("by", by)
                .param("at", Timestamp.from(at)).update();
    }

    public void extracted(Extract taken) {
        jdbc.sql("""
                insert into return_extract (quarter, format, cases, row_count, sha256, taken_by, taken_at)
                values (:quarter, :format, :cases, :rows, :sha256, :by, :at)""")
                .param("quarter", taken.quarter()).param("format", taken.format()).param("cases", taken.cases())
                .param("rows", taken.rows()).param("sha256", taken.sha256()).param("by", taken.by())
                .param("at", Timestamp.from(taken.at())).update();
    }

    /** Latest first. @param reader who looks; the totals of what others took are left out */
    public List<Extract> extracts(String quarter, String reader) {
        return jdbc.sql("select * from return_extract where quarter = :quarter order by id desc limit 50")
                .param("quarter", quarter)
                .query((row, i) -> new Extract(row.getString("quarter"), row.getString("format"),
                        own(row, reader, "cases"), own(row, reader, "row_count"), row.getString("sha256"), row.getString("taken_by"),
                        row.getTimestamp("taken_at").toInstant())).list();
    }

    private static Integer own(ResultSet row, String reader, String total) throws SQLException {
        return row.getString("taken_by").equals(reader) ? row.getInt(total) : null;
    }
}
