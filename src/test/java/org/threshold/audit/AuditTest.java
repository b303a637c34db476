package org.threshold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.clock.ServiceClock;

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

    @Autowired
    private ServiceClock clock;

    @TempDir
    private Path folder;

    private final String reference = "AUDIT-" + UUID.randomUUID();

    @Test
    void anEntrySaysWhoWhenWhatAndWhy() {
        asService(() -> trail.record(new AuditEntry(reference, "decision.signed", "D1",
                Map.of("outcome", "MAIN_DUTY", "draft", "2"), "All four findings hold", "s184(3)")));

        assertThat(history.of(reference)).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.who()).isEqualTo("threshold");
            assertThat(entry.via()).isEqualTo("BACKGROUND");
            assertThat(entry.address()).isNull();
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

    /** Also for a superuser who switches ordinary triggers off, and where a month is addressed by its own name. */
    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set reason = 'other'", "delete from audit_entry",
            "truncate audit_entry", "delete from audit_chain", "truncate audit_chain",
            "update audit_chain set last_sequence = last_sequence + 2",
            "update audit_chain set last_sequence = last_sequence - 1",
            "update MONTH set reason = 'other'", "delete from MONTH", "truncate MONTH", "truncate audit_entry_default",
            "update audit_entry_default set reason = 'other'", "delete from audit_entry_default",
            "insert into MONTH select * from MONTH on conflict (chain, sequence, at) do update set reason = 'other'"})
    void theDatabaseRefusesToChangeIt(String statement) {
        record(2);
        recordOutsideEveryMonth();
        String onMonth = statement.replace("MONTH", month());

        for (String role : List.of("origin", "replica")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("set local session_replication_role = " + role).update();
                jdbc.sql(onMonth).update();
            })).as(role).isInstanceOf(DataAccessException.class).hasMessageContaining("audit");
        }
    }

    /** So that the default partition has a row to refuse. */
    private void recordOutsideEveryMonth() {
        clock.freeze(Instant.parse("1999-01-01T10:00:00Z"));
        try {
            record(1);
        } finally {
            clock.reset();
        }
    }

    /** The name of the partition that holds the entries of this case. */
    private String month() {
        return jdbc.sql("select min(tableoid::regclass::text) from audit_entry where chain = ? and at > '2000-01-01'")
                .param(reference).query(String.class).single();
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
            update audit_entry set sequence = sequence + 1 where chain = ? and sequence = 4              | 5
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
                "insert into audit_entry select chain, 3, at, who, via, address, action, subject, details, reason,"
                        + " provision, audit_hash(hash, chain, 3, audit_micros(at), who, via, address, action, subject,"
                        + " details, reason, provision) from audit_entry where chain = ? and sequence = 2");

        assertThat(found).extracting(AuditVerifier.Finding::sequence).containsExactly(3L);
        assertThat(found.get(0).message()).contains("was not written by Threshold");
    }

    @Test
    void anEntryThatComesTwiceIsFound() {
        record(2);

        assertThat(afterTampering("insert into audit_entry select chain, sequence, at - interval '1 second', who, via,"
                + " address, action, subject, details, reason, provision, hash from audit_entry"
                + " where chain = ? and sequence = 2")).isNotEmpty();
    }

    @Test
    void aMonthThatIsTakenOutIsFound() {
        record(2);
        String month = month();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table audit_entry detach partition " + month).update();
            assertThat(verifier.verify(reference)).extracting(AuditVerifier.Finding::message)
                    .containsExactly("All entries of case " + reference + " are missing");
            assertThat(verifier.verifyAll().findings()).extracting(AuditVerifier.Finding::message)
                    .contains("The table " + month + " was taken out of the audit");
            status.setRollbackOnly();
        });
    }

    @Test
    void triggersThatAreSwitchedOffAreFound() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table audit_chain disable trigger audit_chain_moves_on").update();
            jdbc.sql("alter table audit_entry_default enable trigger audit_entry_row_append_only").update();
            assertThat(verifier.verifyAll().findings()).extracting(AuditVerifier.Finding::message)
                    .filteredOn(message -> message.contains("not kept from being changed"))
                    .anyMatch(message -> message.contains("audit_chain"))
                    .anyMatch(message -> message.contains("audit_entry_default"));
            status.setRollbackOnly();
        });
        assertThat(verifier.verifyAll().findings()).isEmpty();
    }

    @Test
    void aChainThatIsGoneWithItsHeadShowsAgainstEarlierHeads() throws Exception {
        record(3);
        Path heads = folder.resolve("heads.txt");
        assertThat(verifier.writeHeads(heads)).isPositive();
        record(1);
        assertThat(verifier.verifyAgainst(heads).findings()).isEmpty();
        assertThatThrownBy(() -> verifier.writeHeads(heads)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(against(heads, "delete from audit_entry where chain = ?", "delete from audit_chain where chain = ?"))
                .singleElement().asString().contains("Entry 3 of case " + reference).contains("is missing now");
        assertThat(against(heads, "delete from audit_entry where chain = ? and sequence > 2", """
                update audit_chain c set last_sequence = 2, last_hash = (select hash from audit_entry e
                    where e.chain = c.chain and sequence = 2) where chain = ?"""))
                .singleElement().asString().contains("Entry 3 of case " + reference);
        assertThat(against(heads, "update audit_entry set who = 'other' where chain = ? and sequence = 1",
                rehash(1), rehash(2), rehash(3), rehash(4), """
                update audit_chain c set last_hash = (select hash from audit_entry e where e.chain = c.chain
                    and e.sequence = c.last_sequence) where chain = ?"""))
                .singleElement().asString().contains("differs from the earlier heads");
        assertThat(verifier.verifyAgainst(heads).findings()).isEmpty();
    }

    /** Written anew by somebody who knows how the hash is made. */
    private static String rehash(int sequence) {
        return """
                update audit_entry e set hash = audit_hash(coalesce((select p.hash from audit_entry p
                    where p.chain = e.chain and p.sequence = e.sequence - 1), ''::bytea), chain, sequence,
                    audit_micros(at), who, via, address, action, subject, details, reason, provision)
                where chain = ? and sequence = """ + sequence;
    }

    @Test
    void aFileThatIsNotTheWholeOfTheHeadsIsRefused() throws Exception {
        record(1);
        Path heads = folder.resolve("cut.txt");
        verifier.writeHeads(heads);
        List<String> lines = Files.readAllLines(heads);
        Files.write(heads, lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> verifier.verifyAgainst(heads)).isInstanceOf(IOException.class)
                .hasMessageContaining("not whole");
        Files.writeString(heads, "something else");
        assertThatThrownBy(() -> verifier.verifyAgainst(heads)).hasMessageContaining("not a file of audit heads");
    }

    @Test
    void eachNightOnlyWhatCameSinceIsRead() {
        record(3);
        assertThat(verifier.verifyChanged().orElseThrow().findings()).isEmpty();
        assertThat(verifier.verifyChanged().orElseThrow().entries()).isZero();
        record(2);

        assertThat(verifier.verifyChanged().orElseThrow()).isEqualTo(new AuditVerifier.Result(3, List.of()));
    }

    @Test
    void aNightFindsWhatWasChangedSinceTheLastAndSaysSoAgain() {
        record(3);
        verifier.verifyChanged();
        record(2);
        for (String change : List.of("update audit_entry set who = 'other' where chain = ? and sequence = 5",
                "update audit_entry set hash = sha256('x') where chain = ? and sequence = 3",
                "delete from audit_entry where chain = ? and sequence = 4",
                "delete from audit_chain where chain = ?")) {
            transaction.executeWithoutResult(status -> {
                withoutTriggers();
                jdbc.sql(change).param(reference).update();
                assertThat(verifier.verifyChanged().orElseThrow().findings()).as(change)
                        .anyMatch(finding -> finding.caseReference().equals(reference));
                assertThat(verifier.verifyChanged().orElseThrow().findings()).as(change)
                        .anyMatch(finding -> finding.caseReference().equals(reference));
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void aNightFindsAChainThatWasWrittenAnewAtTheSameLength() {
        record(3);
        verifier.verifyChanged();
        transaction.executeWithoutResult(status -> {
            withoutTriggers();
            jdbc.sql("update audit_entry set hash = sha256('x') where chain = ? and sequence = 3").param(reference)
                    .update();
            jdbc.sql("update audit_chain set last_hash = sha256('x') where chain = ?").param(reference).update();
            assertThat(verifier.verifyChanged().orElseThrow().findings())
                    .anyMatch(finding -> finding.caseReference().equals(reference));
            status.setRollbackOnly();
        });
    }

    private List<String> against(Path heads, String... changes) {
        return transaction.execute(status -> {
            withoutTriggers();
            for (String change : changes) {
                assertThat(jdbc.sql(change).param(reference).update()).isPositive();
            }
            try {
                return verifier.verifyAgainst(heads).findings().stream().filter(found -> found.sequence() > 0)
                        .map(AuditVerifier.Finding::message).toList();
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                status.setRollbackOnly();
            }
        });
    }

    /** As a database superuser with the triggers off; everything is taken back afterwards. */
    private List<AuditVerifier.Finding> afterTampering(String... statements) {
        return transaction.execute(status -> {
            withoutTriggers();
            for (String statement : statements) {
                assertThat(jdbc.sql(statement).param(reference).update()).isPositive();
            }
            List<AuditVerifier.Finding> found = verifier.verify(reference);
            status.setRollbackOnly();
            return found;
        });
    }

    private void withoutTriggers() {
        List<String> tables = jdbc.sql("select inhrelid::regclass::text from pg_inherits where inhparent ="
                + " 'audit_entry'::regclass union all select 'audit_entry' union all select 'audit_chain'")
                .query(String.class).list();
        tables.forEach(table -> jdbc.sql("alter table " + table + " disable trigger all").update());
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
