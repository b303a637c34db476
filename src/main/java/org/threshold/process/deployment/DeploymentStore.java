package org.threshold.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;

/** Which folder was deployed when, from where, and what was refused. */
@Repository
class DeploymentStore {

    private static final String COLUMNS =
            "select deployment_id, process_key, source, content_hash, deployed_at, deployed_by from process_deployment";

    private final JdbcClient jdbc;
    private final Sight sight;

    DeploymentStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Two nodes that start together deploy one after the other; the lock ends with the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7204240)").query(rows -> { });
    }

    Optional<DeployedFolder> latest(String key) {
        return jdbc.sql(COLUMNS + " where process_key = ? order by number desc limit 1").param(key)
                .query(DeploymentStore::folder).optional();
    }

    Optional<DeployedFolder> latestFromFiles(String key) {
        return jdbc.sql(COLUMNS + " where process_key = ? and source = ? order by number desc limit 1").param(key)
                .param(DeployedFolder.FILES).query(DeploymentStore::folder).optional();
    }

    List<DeployedFolder> latestOfEach() {
        return jdbc.sql("select distinct on (process_key) deployment_id, process_key, source, content_hash,"
                + " deployed_at, deployed_by from process_deployment order by process_key, number desc")
                .query(DeploymentStore::folder).list();
    }

    void add(DeployedFolder folder) {
        jdbc.sql("insert into process_deployment (deployment_id, process_key, source, content_hash, deployed_at,"
                + " deployed_by) values (?, ?, ?, ?, ?, ?)")
                .params(folder.deploymentId(), folder.key(), folder.source(), folder.hash(),
                        Timestamp.from(folder.at()), folder.by()).update();
    }

    void refuse(Refusal refusal) {
        jdbc.sql("insert into process_refusal (process_key, refused_at, sentences) values (?, ?, ?)"
                + " on conflict (process_key) do update set refused_at = excluded.refused_at,"
                + " sentences = excluded.sentences")
                .params(refusal.key(), Timestamp.from(refusal.at()), refusal.sentences().toArray(String[]::new))
                .update();
    }

    void accept(String key) {
        jdbc.sql("delete from process_refusal where process_key = ?").param(key).update();
    }

    List<Refusal> refusals() {
        return jdbc.sql("select process_key, refused_at, sentences from process_refusal order by process_key")
                .query((row, number) -> new Refusal(row.getString(1), row.getTimestamp(2).toInstant(),
                        List.of((String[]) row.getArray(3).getArray()))).list();
    }

    /**
     * The newest version of each process and every older one that a case still runs on; newest first. Cases that are hidden
     * from whoever asks are not counted.
     */
    List<VersionInUse> versions() {
        return jdbc.sql("""
                select d.key_, d.name_, d.version_, d.deployment_id_, count(distinct e.business_key_)
                  from act_re_procdef d
                  left join act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null and %s
                 group by d.key_, d.name_, d.version_, d.deployment_id_
                having count(e.id_) > 0 or d.version_ = (select max(version_) from act_re_procdef n
                                                          where n.key_ = d.key_)
                 order by d.key_, d.version_ desc""".formatted(Sight.of("e.business_key_"))).params(sight.parameters())
                .query((row, number) -> new VersionInUse(row.getString(1), row.getString(2), row.getInt(3),
                        row.getString(4), row.getLong(5))).list();
    }

    /** The newest version of each decision table; a table has no cases of its own. */
    List<VersionInUse> tables() {
        return jdbc.sql("""
                select distinct on (key_) key_, name_, version_, deployment_id_
                  from act_re_decision_def order by key_, version_ desc""")
                .query((row, number) -> new VersionInUse(row.getString(1), row.getString(2), row.getInt(3),
                        row.getString(4), 0)).list();
    }

    private static DeployedFolder folder(ResultSet row, int number) throws SQLException {
        return new DeployedFolder(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                row.getTimestamp(5).toInstant(), row.getString(6));
    }
}
