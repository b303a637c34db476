package org.threshold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;

class AuditTest extends IntegrationTest {

    @Autowired
    private AuditTrail trail;
    @Autowired
    private CaseViews views;
    @Autowired
    private AuditHistory history;
    @Autowired
    private AuditVerifier verifier;
    @Autowired
    private CurrentOfficer currentOfficer;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private final String reference = "AUDIT-" + UUID.randomUUID();

    @Test
    void anEntrySaysWhoWhenWhatAndWhy() {
        asService(() -> trail.record(new AuditEntry(reference, "decision.signed", "D1",
                Map.of("outcome", "MAIN_DUTY", "draft", "2"), "All four findings hold", "s184(3)")));

        assertThat(history.of(reference)).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.who()).isEqualTo("threshold");
            assertThat(entry.at()).isNotNull();
            assertThat(entry.action()).isEqualTo("decision.signed");
            assertThat(entry.details()).isEqualTo("{\"draft\": \"2\", \"outcome\": \"MAIN_DUTY\"}");
            assertThat(entry.reason()).isEqualTo("All four findings hold");
            assertThat(entry.provision()).isEqualTo("s184(3)");
        });
        assertThat(verifier.verify(reference)).isEmpty();
    }

    @Test
    void aViewIsRecordedWhereThereIsSuchACase() {
        record(1);

        asService(() -> views.viewed(reference, "/cases/{reference}"));
        asService(() -> views.viewed("AUDIT-NEVER", "/cases/{reference}"));

        assertThat(history.of(reference)).extracting(AuditRecord::action).containsExactly("test.done", "case.viewed");
        assertThat(history.of("AUDIT-NEVER")).isEmpty();
        assertThat(verifier.verify(reference)).isEmpty();
    }

    @Test
    void whatBelongsToNoCaseHasItsOwnChain() {
        int before = history.ofTheService().size();

        asService(() -> trail.record(AuditEntry.of(null, "account.made", "someone")));

        assertThat(history.ofTheService()).hasSize(before + 1);
        assertThat(verifier.verify("")).isEmpty();
    }

    @Test
    void aTransactionThatIsTakenBackLeavesNoGap() {
        record(1);
        transaction.executeWithoutResult(status -> {
            record(1);
            status.setRollbackOnly();
        });
        record(1);

        assertThat(history.of(reference)).extracting(AuditRecord::sequence).containsExactly(1L, 2L);
        assertThat(verifier.verify(reference)).isEmpty();
    }

    @Test
    void twoWritersOfOneCaseLeaveNeitherGapNorDuplicate() throws Exception {
        int writers = 4;
        int each = 10;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            running.add(threads.submit(() -> {
                start.await();
                for (int entry = 0; entry < each; entry++) {
                    transaction.executeWithoutResult(status -> record(2));
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(history.of(reference)).extracting(AuditRecord::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, writers * each * 2).boxed().toList());
        assertThat(verifier.verify(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set reason = 'other'", "delete from audit_entry",
            "truncate audit_entry", "delete from audit_chain", "truncate audit_chain",
            "update audit_chain set last_sequence = last_sequence + 2",
            "update audit_chain set last_sequence = last_sequence - 1"})
    void theDatabaseRefusesToChangeIt(String statement) {
        record(2);

        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("audit");

        assertThat(verifier.verify(reference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update audit_entry set who = 'other' where chain = ? and sequence = 2                        | 2
            update audit_entry set reason = '' where chain = ? and sequence = 3                          | 3
            update audit_entry set details = '{"n": "9"}' where chain = ? and sequence = 1               | 1
            update audit_entry set at = at + interval '1 microsecond' where chain = ? and sequence = 4   | 4
            update audit_entry set action = concat(action, subject), subject = '' where chain = ? and sequence = 2 | 2
            delete from audit_entry where chain = ? and sequence = 2                                     | 3
            delete from audit_entry where chain = ? and sequence = 1                                     | 2
            delete from audit_entry where chain = ? and sequence = 4                                     | 4
            update audit_entry set sequence = sequence + 1 where chain = ? and sequence = 4              | 4
            update audit_chain set last_hash = sha256('x') where chain = ?                               | 4
            delete from audit_chain where chain = ?                                                      | 4
            """)
    void whoeverChangesItBehindTheTriggersIsFound(String statement, long shownAt) {
        record(4);

        List<AuditVerifier.Finding> found = afterTampering(statement);

        assertThat(found).extracting(AuditVerifier.Finding::sequence).contains(shownAt);
        assertThat(found).allSatisfy(finding -> assertThat(finding.message()).contains(reference));
        assertThat(verifier.verify(reference)).isEmpty();
    }

    @Test
    void entriesThatChangePlacesAreFound() {
        record(4);

        List<AuditVerifier.Finding> found = afterTampering(
                "update audit_entry set sequence = -sequence where chain = ? and sequence in (2, 3)",
                "update audit_entry set sequence = 5 + sequence where chain = ? and sequence < 0");

        assertThat(found).extracting(AuditVerifier.Finding::sequence).contains(2L, 3L);
    }

    @Test
    void anEntryThatWasSlippedInIsFound() {
        record(2);

        List<AuditVerifier.Finding> found = afterTampering(
                "insert into audit_entry select chain, 3, at, who, action, subject, details, reason, provision,"
                        + " audit_hash(hash, chain, 3, audit_micros(at), who, action, subject, details, reason,"
                        + " provision) from audit_entry where chain = ? and sequence = 2");

        assertThat(found).extracting(AuditVerifier.Finding::sequence).containsExactly(3L);
    }

    /** As a database superuser with the triggers off; everything is taken back afterwards. */
    private List<AuditVerifier.Finding> afterTampering(String... statements) {
        return transaction.execute(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (String statement : statements) {
                assertThat(jdbc.sql(statement).param(reference).update()).isPositive();
            }
            List<AuditVerifier.Finding> found = verifier.verify(reference);
            status.setRollbackOnly();
            return found;
        });
    }

    private void record(int times) {
        asService(() -> {
            for (int time = 1; time <= times; time++) {
                trail.record(new AuditEntry(reference, "test.done", "S" + time, Map.of("n", "" + time), null, null));
            }
        });
    }

    private void asService(Runnable work) {
        currentOfficer.asService(() -> {
            work.run();
            return null;
        });
    }
}
