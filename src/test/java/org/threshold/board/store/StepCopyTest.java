package org.threshold.board.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;

/** What the copy does when its database is not the one that it read, and when somebody waits for it. */
class StepCopyTest extends IntegrationTest {

    private final String team = "copied-" + UUID.randomUUID();

    @Autowired
    private DataSource source;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JdbcClient jdbc;

    private StepCopy copy;

    @BeforeEach
    void read() {
        copy = new StepCopy(source, transactions, Duration.ofMillis(50));
        add();
        add();
        assertThat(rows()).isEqualTo(2);
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from step_measure where team = ?").param(team).update();
    }

    /** A row that only the lost primary had is gone without a trace, and one is new with a number that was read. */
    @Test
    void ofADatabaseThatLacksWhatWasReadAllIsReadAnew() {
        Long lost = jdbc.sql("delete from step_measure where step_id = (select min(step_id) from step_measure"
                + " where team = ?) returning nr").param(team).query(Long.class).single();
        jdbc.sql("delete from step_measure_gone where nr = ?").param(lost).update();
        assertThat(rows()).as("nothing says that it is gone").isEqualTo(2);
        copy.pretendToHaveRead(transaction() + 1_000);
        assertThat(rows()).isEqualTo(1);
        add();
        assertThat(rows()).as("and it is followed from there").isEqualTo(2);
        copy.pretendToHaveRead(transaction() + 1_000);
        add();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void whoseTurnDoesNotComeIsTold() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> copy.ask(columns -> {
            asked.countDown();
            return waitFor(answered);
        }));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(this::rows).isInstanceOf(QueryTimeoutException.class);
        answered.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsGivenUp() {
        new TransactionTemplate(transactions).executeWithoutResult(locked -> {
            jdbc.sql("lock table step_measure_gone in access exclusive mode").update();
            assertThatThrownBy(this::rows).isInstanceOf(QueryTimeoutException.class);
            locked.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo(2);
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private long transaction() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text").query(Long.class).single();
    }

    private void add() {
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, created_at, state, since)
                values (gen_random_uuid(), 'MADE', 'relief-duty', 1, 'copied', 'copied', ?, now(), 'WAITING', now())""")
                .param(team).update();
    }

    private long rows() {
        return copy.ask(columns -> {
            int mine = columns.teams.of(team);
            return columns.blocks().stream().mapToLong(block -> IntStream.range(0, block.rows())
                    .filter(row -> block.team[row] == mine && block.state[row] != StepBlock.GONE).count()).sum();
        });
    }
}
