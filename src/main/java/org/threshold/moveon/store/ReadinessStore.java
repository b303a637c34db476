package org.threshold.moveon.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.moveon.Means;
import org.threshold.moveon.Readiness;
import org.threshold.moveon.ReadinessItem;

/** The SQL of {@code move_on_readiness} and {@code move_on_means}. */
@Repository
public class ReadinessStore {

    private final JdbcClient jdbc;

    ReadinessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(long moveOn, ReadinessItem item, Readiness.State state, String words, String by, Instant now) {
        jdbc.sql("""
                insert into move_on_readiness (move_on_id, item, state, words, recorded_by, recorded_at)
                values (:id, :item, :state, :words, :by, :at)""")
                .param("id", moveOn).param("item", item.name()).param("state", state.name()).param("words", words)
                .param("by", by).param("at", Rows.at(now)).update();
    }

    /** Each item as it was last looked at. */
    public List<Readiness> latest(long moveOn) {
        return jdbc.sql("select distinct on (item) * from move_on_readiness where move_on_id = :id order by item, id desc")
                .param("id", moveOn).query((row, i) -> new Readiness(ReadinessItem.valueOf(row.getString("item")),
                        Readiness.State.valueOf(row.getString("state")), row.getString("words"),
                        row.getString("recorded_by"), Rows.dayOf(row, "recorded_at"))).list();
    }

    public void insert(long moveOn, Means means, String by, Instant now) {
        jdbc.sql("""
                insert into move_on_means (move_on_id, income, outgoings, most_rent, bedrooms, lha, lha_read_on,
                    recorded_by, recorded_at)
                values (:id, :income, :outgoings, :most, :bedrooms, :lha, :read, :by, :at)""")
                .param("id", moveOn).param("income", means.income()).param("outgoings", means.outgoings())
                .param("most", means.mostRent()).param("bedrooms", means.bedrooms()).param("lha", means.lha())
                .param("read", means.lhaReadOn()).param("by", by).param("at", Rows.at(now)).update();
    }

    public Optional<Means> means(long moveOn) {
        return jdbc.sql("select * from move_on_means where move_on_id = :id order by id desc limit 1")
                .param("id", moveOn).query((row, i) -> new Means(row.getInt("income"), row.getInt("outgoings"),
                        row.getInt("most_rent"), row.getInt("bedrooms"), Rows.amount(row, "lha"),
                        Rows.day(row, "lha_read_on"))).optional();
    }
}
