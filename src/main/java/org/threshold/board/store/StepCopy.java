package org.threshold.board.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A copy of {@code step_measure} in memory that is as new as the table whenever it is asked. The first question reads
 * all rows, each later one those that were written by a transaction which had not ended when the copy was read last:
 * also by one that began long before and commits only now. Only what is committed is read, whoever asks.
 */
@Component
class StepCopy {

    private static final int AT_ONCE = 10_000;
    /** Seconds to read rows, which may be all of them, on a busy database. */
    private static final int READ_TAKES = 120;

    /** The names that {@link StepColumns} reads; instants in microseconds, kinds as numbers of {@link StepBlock}. */
    private static final String ROWS = """
            select nr, false as gone, process_key || '%s' || element_id as element, process_version, case_reference,
                team, office, lane, household_type, placement_kind,
                (date_part('epoch', created_at) * 1000000)::bigint as created,
                (date_part('epoch', coalesce(ended_at, since)) * 1000000)::bigint as since,
                (date_part('epoch', due_at) * 1000000)::bigint as due,
                waiting_seconds, held_seconds, on_hold_seconds, applicant_seconds, third_party_seconds,
                redated, handovers, ping_pongs, pass,
                case state when 'WAITING' then 0 when 'HELD' then 1 when 'ON_HOLD' then 2
                    else case ended_how when 'COMPLETED' then 3 else 4 end end as state,
                case waits_for when 'applicant' then 1 when 'third-party' then 2 else 0 end as waits_for,
                case when hold_reason in ('APPLICANT', 'DOCUMENTS') then 1 when hold_reason = 'THIRD_PARTY' then 2
                    else 0 end as held_for
            from step_measure""".formatted(StepColumns.SEPARATOR);

    /** All transactions before this one had ended when the rows were read: of the same snapshot. */
    private static final String READ = """
            select horizon, found.*
            from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) read left join (%s) found on true""";

    /** A database brought back from a copy may say of old rows that transactions changed them which are yet to come. */
    private static final String WRITTEN = """
            %1$s >= cast(:since as xid8) and %1$s < pg_snapshot_xmax(pg_current_snapshot())""";
    private static final String CHANGED_IN = WRITTEN.formatted("changed_in");
    private static final String GONE_IN = WRITTEN.formatted("gone_in");

    private static final String SINCE = " where " + CHANGED_IN + """

            union all
            select nr, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null
            from step_measure_gone where\s""" + GONE_IN;

    private static final String LOOK = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, exists (select from step_measure where %s)
                or exists (select from step_measure_gone where %s) as changed""".formatted(CHANGED_IN, GONE_IN);

    private static final String ALL = READ.formatted(ROWS);
    private static final String CHANGED = READ.formatted(ROWS + SINCE);

    private final JdbcClient look;
    private final JdbcTemplate bounded;
    private final JdbcClient inPortions;
    private final TransactionTemplate inNone;
    private final TransactionTemplate apart;
    private final ReentrantLock turn = new ReentrantLock();
    private final Duration patience;
    private StepColumns columns;
    /** The first transaction whose rows may be unread; never negative. */
    private long horizon;

    /** @param patience how long a question waits for the one before, and then for what is new, in whole seconds */
    StepCopy(DataSource source, PlatformTransactionManager transactions,
             @Value("${threshold.board.steps-patience:PT15S}") Duration patience) {
        this.patience = patience;
        JdbcTemplate once = new JdbcTemplate(source);
        once.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
        this.look = JdbcClient.create(once);
        JdbcTemplate portions = new JdbcTemplate(source);
        portions.setFetchSize(AT_ONCE);
        portions.setQueryTimeout(READ_TAKES);
        this.bounded = portions;
        this.inPortions = JdbcClient.create(portions);
        this.inNone = new TransactionTemplate(transactions);
        inNone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /**
     * Asks the rows as they are now. What is asked must not keep them; one question at a time.
     *
     * @throws QueryTimeoutException where its turn does not come, or the database does not answer, in time
     */
    <T> T ask(Function<StepColumns, T> question) {
        takeTurn();
        try {
            bringUpToDate();
            return question.apply(columns);
        } finally {
            turn.unlock();
        }
    }

    void refresh() {
        ask(all -> null);
    }

    /** Whoever waits keeps a thread of the server, so nobody does for longer than somebody would look at a page. */
    private void takeTurn() {
        try {
            if (turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new QueryTimeoutException("The steps are being read or counted for somebody else");
    }

    private void bringUpToDate() {
        Look now = columns == null ? null : look();
        if (now == null || now.isBehind(horizon)) {
            columns = null;
            StepColumns all = new StepColumns();
            horizon = read(ALL, all, null);
            columns = all;
        } else if (now.changed()) {
            horizon = read(CHANGED, columns, horizon);
        } else {
            horizon = now.horizon();
        }
    }

    /** What there is since the last reading. */
    private record Look(long horizon, boolean changed) {

        /**
         * It never goes back within one database: this is another, such as a standby that was promoted before it had
         * all that was read. What it has written since is of transactions whose numbers were read already.
         */
        boolean isBehind(long read) {
            return horizon < read;
        }
    }

    /** Most questions find nothing new, and then this is all that they ask of the database. */
    private Look look() {
        return inNone.execute(status -> look.sql(LOOK).param("since", Long.toString(horizon)).query((row, n) ->
                new Look(row.getLong("horizon"), row.getBoolean("changed"))).single());
    }

    /** So that a test can pretend that another database was read. */
    void pretendToHaveRead(long transactions) {
        horizon = transactions;
    }

    /** The time of a statement ends with its first portion of rows: later ones would be waited for without end. */
    private static Void endSilence(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) TimeUnit.SECONDS.toMillis(READ_TAKES));
        return null;
    }

    /** To read a row twice changes nothing, so that what failed half way is made good by the next reading. */
    private long read(String sql, StepColumns into, Long since) {
        return apart.execute(status -> {
            bounded.execute(StepCopy::endSilence);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READ_TAKES);
            long[] read = new long[1];
            inPortions.sql(sql).param("since", since == null ? null : since.toString()).query(row -> {
                if (System.nanoTime() > until) {
                    throw new QueryTimeoutException("The steps could not be read in " + READ_TAKES + " seconds");
                }
                read[0] = row.getLong("horizon");
                long nr = row.getLong("nr");
                if (row.wasNull()) {
                    return;
                }
                if (row.getBoolean("gone")) {
                    into.remove(nr);
                } else {
                    into.put(row);
                }
            });
            return read[0];
        });
    }
}
