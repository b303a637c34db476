package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.board.Target;
import org.threshold.board.TileMeasure;
import org.threshold.casefile.Columns;

/** The table {@code board_target}. */
@Repository
public class TargetStore {

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was last said for that day of each measure, also that there is no target. */
    public List<Target> on(LocalDate day) {
        return jdbc.sql("""
                select distinct on (measure) * from board_target where valid_from <= :day
                    and (valid_to is null or valid_to >= :day) order by measure, id desc""")
                .param("day", day).query((row, i) -> target(row)).list();
    }

    /** Everything that was ever set, by measure, the latest first. */
    public List<Target> all() {
        return jdbc.sql("select * from board_target order by measure, valid_from desc, id desc")
                .query((row, i) -> target(row)).list();
    }

    public void insert(Target target) {
        jdbc.sql("""
                insert into board_target (measure, value, owner, valid_from, valid_to, why, set_by, set_at)
                values (:measure, :value, :owner, :from, :to, :why, :by, :at)""")
                .param("measure", target.measure().name()).param("value", target.value(), Types.BIGINT)
                .param("owner", target.owner()).param("from", target.from()).param("to", target.to(), Types.DATE)
                .param("why", target.why()).param("by", target.setBy()).param("at", Columns.at(target.setAt()))
                .update();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(TileMeasure.valueOf(row.getString("measure")), Columns.number(row, "value"),
                row.getString("owner"), Columns.day(row, "valid_from"), Columns.day(row, "valid_to"),
                row.getString("why"), row.getString("set_by"), Columns.instant(row, "set_at"));
    }
}
