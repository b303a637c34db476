package org.threshold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.threshold.Acting.as;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.access.Visitor;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** Who looked, searched, was refused, signed in and out: over HTTP, each thing once, and nothing about people in it. */
class RecordOfUseTest extends IntegrationTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Approaches approaches;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private AuditHistory history;
    @Autowired
    private AuditVerifier verifier;
    @Autowired
    private JdbcClient jdbc;

    private final String family = "Recorded" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private CaseReference reference;
    private String step;

    @BeforeEach
    void takeApproach() {
        as("officer");
        reference = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Robin", family, LocalDate.of(1988, 4, 3)), "Asked to leave")));
        step = jdbc.sql("select step_id from worklist_step where case_reference = ?").param(reference.value())
                .query(String.class).single();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLookAtACaseIsRecordedOnceWithFromWhereAndWhatTheyHaveToDoWithIt() {
        Visitor near = Visitor.signedIn(port, "officer");
        Visitor far = Visitor.signedIn(port, "officer2");
        long before = entries();

        assertThat(near.get("/cases/" + reference).statusCode()).isEqualTo(200);
        assertThat(far.get("/cases/" + reference + "/notes").statusCode()).isEqualTo(200);
        assertThat(near.get("/cases/" + reference + "/diagram/0.bpmn").statusCode()).isEqualTo(200);
        assertThat(near.get("/steps/" + step).statusCode()).isEqualTo(200);

        assertThat(entries() - before).isEqualTo(3);
        assertThat(last(3)).extracting(AuditRecord::who, AuditRecord::action, AuditRecord::subject,
                AuditRecord::details, AuditRecord::via).containsExactly(
                tuple("officer", "case.viewed", "/cases/{reference}",
                        "{\"relation\": \"TEAM\"}", "PAGE"),
                tuple("officer2", "case.viewed", "/cases/{reference}/notes",
                        "{\"relation\": \"NONE\"}", "PAGE"),
                tuple("officer", "step.viewed", step, "{\"relation\": \"TEAM\"}",
                        "PAGE"));
        assertThat(last(3)).extracting(AuditRecord::address).containsOnly("127.0.0.1");
        assertThat(verifier.verify(reference.value())).isEmpty();
    }

    @Test
    void whoeverIsRefusedOnACaseIsRecordedOnIt() {
        Visitor officer = Visitor.signedIn(port, "officer");
        Visitor designer = Visitor.signedIn(port, "designer");

        assertThat(officer.get("/cases/" + reference + "/reopen").statusCode()).isEqualTo(403);
        assertThat(designer.get("/cases/" + reference).statusCode()).isEqualTo(403);
        assertThat(designer.get("/steps/" + step).statusCode()).isEqualTo(403);

        assertThat(last(2)).extracting(AuditRecord::who, AuditRecord::action, AuditRecord::subject).containsExactly(
                tuple("officer", "case.refused", "GET /cases/{reference}/reopen"),
                tuple("designer", "case.refused", "GET /cases/{reference}"));
    }

    @Test
    void aHiddenCaseAndOneThatNeverWasAreRecordedAlike() {
        as("officer");
        restricted.restrict(reference, RestrictionKind.STAFF, "Works for the council", "leader", Set.of("officer"));
        Visitor outsider = Visitor.signedIn(port, "officer2");
        long before = entries();

        assertThat(outsider.get("/cases/" + reference).statusCode()).isEqualTo(404);
        assertThat(outsider.get("/cases/" + neverWas()).statusCode()).isEqualTo(404);

        assertThat(entries()).isEqualTo(before);
        assertThat(ofTheService("case.notFound", reference.value(), neverWas()))
                .containsExactly(
                        "officer2 " + reference + " {\"page\": \"GET /cases/{reference}\"} PAGE 127.0.0.1",
                        "officer2 " + neverWas() + " {\"page\": \"GET /cases/{reference}\"} PAGE 127.0.0.1");
    }

    /** The next reference that nobody has, with its check letter. */
    private static String neverWas() {
        return CaseReferences.ofNumber(999_999_998L).value();
    }

    @Test
    void aSearchIsRecordedByItsKindsAndTheCasesShownNeverByItsWords() {
        Visitor officer = Visitor.signedIn(port, "officer");

        String found = officer.post("/cases", "/cases", Map.of("q", family)).headers().firstValue("Location")
                .orElseThrow();
        assertThat(officer.get(found).body()).contains(reference.value());
        assertThat(officer.post("/work/find", "/work/find", Map.of("text", family)).statusCode()).isEqualTo(302);
        assertThat(officer.get("/work/find").body()).contains(reference.value());

        assertThat(shownIn("case.searched")).isEqualTo("officer name PAGE");
        assertThat(shownIn("work.searched")).isEqualTo("officer name PAGE");
        assertThat(jdbc.sql("select count(*) from audit_entry e where e::text ilike ?").param("%" + family + "%")
                .query(Long.class).single()).isZero();
    }

    private String shownIn(String action) {
        return jdbc.sql("select who || ' ' || subject || ' ' || via from audit_entry where chain = '' and action = ?"
                + " and details ->> 'shown' = ?").params(action, reference.value()).query(String.class).single();
    }

    @Test
    void signingInAndOutAndBeingRefusedAreRecorded() {
        long since = serviceEntries();
        Visitor visitor = Visitor.signedIn(port, "analyst");
        visitor.post("/clocks/calculator", "/sign-out", Map.of());
        visitor.signIn("analyst", "wrong");
        visitor.signIn("my secret passphrase", "demo");
        visitor.basic("/api/clocks/calculate", "analyst", "wrong");

        assertThat(jdbc.sql("select who || ' ' || action || ' ' || subject || ' ' || details || ' ' || via || ' ' ||"
                + " address from audit_entry where chain = '' and sequence > ? and action like 'signIn.%'"
                + " order by sequence").param(since).query(String.class).list()).containsExactly(
                "analyst signIn.done analyst {} PAGE 127.0.0.1",
                "analyst signIn.ended analyst {} PAGE 127.0.0.1",
                "threshold signIn.refused analyst {\"failure\": \"BadCredentials\"} PAGE 127.0.0.1",
                "threshold signIn.refused unknown {\"failure\": \"BadCredentials\"} PAGE 127.0.0.1",
                "threshold signIn.refused analyst {\"failure\": \"BadCredentials\"} API 127.0.0.1");
        assertThat(verifier.verify("")).isEmpty();
    }

    private long serviceEntries() {
        return jdbc.sql("select coalesce(max(last_sequence), 0) from audit_chain where chain = ''").query(Long.class)
                .single();
    }

    private List<String> ofTheService(String action, String... subjects) {
        return jdbc.sql("select who || ' ' || subject || ' ' || details || ' ' || via || ' ' || address"
                + " from audit_entry where chain = '' and action = :action and subject in (:subjects) order by sequence")
                .param("action", action).param("subjects", List.of(subjects)).query(String.class).list();
    }

    private long entries() {
        return history.of(reference.value()).size();
    }

    private List<AuditRecord> last(int many) {
        List<AuditRecord> all = history.of(reference.value());
        return all.subList(all.size() - many, all.size());
    }
}
