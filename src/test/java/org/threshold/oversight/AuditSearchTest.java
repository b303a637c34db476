package org.threshold.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.Acting.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditQuestion;
import org.threshold.audit.AuditReader.Page;
import org.threshold.audit.AuditRecord;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.CaseRefusals;
import org.threshold.audit.CaseUse;
import org.threshold.audit.CaseViews;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** What is found in the audit, by whom, and what the file of it holds. */
class AuditSearchTest extends IntegrationTest {

    @Autowired
    private AuditSearch search;
    @Autowired
    private CaseRecords records;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private CaseViews views;
    @Autowired
    private CaseRefusals refusals;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private EmergencyAccess emergency;
    @Autowired
    private Approaches approaches;
    @Autowired
    private JdbcClient jdbc;

    private final String mark = "mark" + UUID.randomUUID();
    private CaseReference reference;

    @BeforeEach
    void takeApproach() {
        as("officer");
        reference = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Ash", "Auditsearch", LocalDate.of(1979, 1, 2)), "Asked to leave")));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void itIsFoundByPersonCaseKindPeriodAndReason() {
        record("decision.signed", "senior", "Because " + mark);
        views.viewed(reference.value(), "/cases/{reference}");
        as("officer2");
        views.viewed(reference.value(), "/cases/{reference}");
        as("dpo");

        assertThat(actions(null, AuditKind.DECISIONS, null, false)).containsExactly("decision.signed");
        assertThat(actions("officer2", AuditKind.EVERYTHING, null, false)).containsExactly("case.viewed");
        assertThat(actions(null, AuditKind.VIEWS, null, true)).hasSize(1);
        assertThat(actions(null, AuditKind.CHANGES, null, false)).contains("case.opened", "decision.signed")
                .doesNotContain("case.viewed");
        assertThat(search.find(new AuditQuestion(null, null, AuditKind.EVERYTHING, null, null,
                "because " + mark.toUpperCase(), false), null, 10).entries()).singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("decision.signed"));
        Instant now = Instant.parse("2001-01-01T00:00:00Z");
        assertThat(search.find(new AuditQuestion(null, reference.value(), AuditKind.EVERYTHING, null, now, null, false),
                null, 10).entries()).isEmpty();
    }

    @Test
    void whatWasDoneToAnAccountIsFoundByItsUsername() {
        trail.record(new AuditEntry(null, "account.changed", mark, Map.of("roles", "OFFICER"), null, null));
        as("dpo");

        assertThat(search.find(new AuditQuestion(mark, null, AuditKind.ACCOUNTS, null, null, null, false), null, 10)
                .entries()).extracting(AuditRecord::who).containsExactly("officer");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrDouble() {
        for (int i = 0; i < 25; i++) {
            record("test.done", "S" + i, null);
        }
        as("dpo");
        List<Long> seen = new ArrayList<>();
        AuditPosition before = null;
        do {
            Page page = search.find(of(null, AuditKind.EVERYTHING, null, false), before, 4);
            page.entries().forEach(entry -> seen.add(entry.sequence()));
            before = page.next() == null ? null : AuditPosition.parse(page.next().toString()).orElseThrow();
        } while (before != null);

        assertThat(seen).hasSizeGreaterThan(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.2", "1.2.'; drop table audit_entry", "99999999999999999999.1.", "-1.1."})
    void aPositionThatIsNotOursIsTheNewestPage(String typed) {
        assertThat(AuditPosition.parse(typed)).isEmpty();
    }

    @Test
    void aRestrictedCaseIsNotInTheAuditOfWhoeverMayNotKnowOfIt() throws Exception {
        CaseReference other = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Bo", "Auditsearch", LocalDate.of(1979, 1, 2)), "Asked to leave")));
        trail.record(new AuditEntry(other.value(), "case.mergedIn", other.value(), Map.of("from", reference.value()),
                "See " + reference + " and " + other, null));
        trail.record(AuditEntry.search("case.searched", "name " + mark, List.of(reference.value(), other.value())));
        restricted.restrict(reference, RestrictionKind.STAFF, "Works for the council", "leader", Set.of("officer"));
        as("officer2");
        refusals.notFound(reference.value(), "GET /cases/{reference}");
        as("dpo");

        assertThat(actions(null, AuditKind.EVERYTHING, null, false)).containsExactly("case.notFound");
        assertThatThrownBy(() -> records.people(reference)).isInstanceOf(NoSuchCase.class);
        assertThat(search.find(new AuditQuestion(null, other.value(), AuditKind.EVERYTHING, null, null, "See", false),
                null, 10).entries()).singleElement().satisfies(entry -> {
                    assertThat(entry.details()).isEqualTo("{\"from\": \"[reference not shown]\"}");
                    assertThat(entry.reason()).isEqualTo("See [reference not shown] and " + other);
                });
        assertThat(shown()).isEqualTo("{\"shown\": \"" + other + "\"}");
        assertThat(file(of(null, AuditKind.EVERYTHING, null, false))).contains("case.notFound").doesNotContain("case.opened");

        emergency.open(reference.value(), "A complaint must be answered today");
        assertThat(actions(null, AuditKind.EVERYTHING, null, false)).contains("case.opened", "case.restricted",
                "case.openedInEmergency", "case.notFound");
        assertThat(shown()).contains(reference.value(), other.value());
    }

    private String shown() {
        return jdbc.sql("select sequence from audit_entry where chain = '' and subject = ?").param("name " + mark)
                .query(Long.class).optional().map(sequence -> search.find(new AuditQuestion("officer", null,
                AuditKind.SEARCHES, null, null, null, false), null, 200).entries().stream()
                .filter(entry -> entry.sequence() == sequence).findFirst().orElseThrow().details()).orElseThrow();
    }

    @Test
    void whoViewedACaseIsForWhoMayKnow() {
        as("officer2");
        views.viewed(reference.value(), "/cases/{reference}");
        assertThatThrownBy(() -> records.people(reference)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> search.find(of(null, AuditKind.EVERYTHING, null, false), null, 1))
                .isInstanceOf(NotPermitted.class);
        as("leader2");
        assertThatThrownBy(() -> records.people(reference)).isInstanceOf(NotPermitted.class);
        as("leader");
        assertThat(records.people(reference)).filteredOn(use -> use.who().equals("officer2")).singleElement()
                .extracting(CaseUse::views, CaseUse::asStranger).containsExactly(1L, 1L);
    }

    @Test
    void theFileHoldsEverythingNothingActsAsAFormulaAndTakingItIsAudited() throws Exception {
        record("test.done", "=HYPERLINK(\"http://x\")", "@SUM(1+1)");
        record("test.done", "-1+2", "plain, with \"quotes\" and ümlaut");
        as("dpo");
        AuditQuestion question = of(null, AuditKind.EVERYTHING, null, false);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        search.export(question, out);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "'@SUM(1+1)", "'-1+2",
                "\"plain, with \"\"quotes\"\" and ümlaut\"").doesNotContain(",=", ",@", ",-1");
        assertThat(jdbc.sql("select details ->> 'rows' || ' ' || (details ->> 'sha256') || ' ' || (details ->> 'whole')"
                + " from audit_entry where action = 'audit.exported' and details ->> 'case' = ?")
                .param(reference.value()).query(String.class).single())
                .isEqualTo(text.lines().count() - 1 + " " + HexFormat.of().formatHex(MessageDigest
                        .getInstance("SHA-256").digest(out.toByteArray())) + " true");
    }

    @Test
    void aFileThatWasBrokenOffIsAuditedTooAndLongOnesComeInPortions() {
        for (int i = 0; i < 30; i++) {
            record("test.done", "S" + i, "x".repeat(400));
        }
        as("dpo");
        assertThatThrownBy(() -> search.export(of(null, AuditKind.EVERYTHING, null, false), new HangsUp()))
                .isInstanceOf(IOException.class);

        assertThat(jdbc.sql("select details ->> 'whole' from audit_entry where action = 'audit.exported'"
                + " and details ->> 'case' = ?").param(reference.value()).query(String.class).single()).isEqualTo("false");
    }

    private static final class HangsUp extends OutputStream {

        private int written;

        @Override
        public void write(int oneByte) throws IOException {
            if (++written > 4_000) {
                throw new IOException("hung up");
            }
        }
    }

    private String file(AuditQuestion question) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        search.export(question, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> actions(String who, AuditKind kind, String reason, boolean strangersOnly) {
        return search.find(of(who, kind, reason, strangersOnly), null, 100).entries().stream()
                .map(AuditRecord::action).toList();
    }

    private AuditQuestion of(String who, AuditKind kind, String reason, boolean strangersOnly) {
        return new AuditQuestion(who, reference.value(), kind, null, null, reason, strangersOnly);
    }

    private void record(String action, String subject, String reason) {
        trail.record(new AuditEntry(reference.value(), action, subject, Map.of(), reason, null));
    }
}
