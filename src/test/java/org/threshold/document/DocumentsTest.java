package org.threshold.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.Acting.as;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.audit.AuditHistory;
import org.threshold.audit.Sha256;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseTimeline;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.TimelineEntry;
import org.threshold.document.store.DocumentWriter;
import org.threshold.worklist.Worklist;

/** What is kept of a document, by whom it is seen, and what the scanner said. */
class DocumentsTest extends IntegrationTest {

    @Autowired
    private DocumentIntake intake;
    @Autowired
    private Documents documents;
    @Autowired
    private DocumentFiles files;
    @Autowired
    private DocumentKeeping keeping;
    @Autowired
    private DocumentWriter writer;
    @Autowired
    private FileCheck check;
    @Autowired
    private Worklist worklist;
    @Autowired
    private CaseRegister register;
    @Autowired
    private CaseDetails cases;
    @Autowired
    private CaseTimeline timeline;
    @Autowired
    private AuditHistory audit;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private java.time.Clock clock;

    private CaseReference reference;

    @BeforeEach
    void aCase() {
        as("officer");
        reference = open();
    }

    private CaseReference open() {
        return register.open(NewCase.atTheDesk("north", Person.applicant("Docu", "Menty", LocalDate.of(1990, 3, 12)),
                "Asked to leave"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static SentFile file(String name, byte[] content) {
        return new SentFile(name, content.length, content);
    }

    private static NewDocument facts(DocumentCategory category) {
        return new NewDocument(category, null, null, null, null, null);
    }

    private long add(byte[] content) {
        return intake.add(reference, facts(DocumentCategory.IDENTITY), file("passport.pdf", content));
    }

    @Test
    void itIsKeptAsItCameWithItsHashAndFoundByCategory() {
        byte[] content = SomeFiles.jpeg();
        long applicant = cases.of(reference).applicant().id();
        LocalDate today = LocalDate.now(clock);
        long id = intake.add(reference, new NewDocument(DocumentCategory.GAS_SAFETY, "Boiler", applicant,
                today.minusDays(10), today.plusYears(1), null), file("gas.JPG", content));
        DocumentOfCase document = documents.find(reference, id).orElseThrow();
        assertThat(document.sha256()).isEqualTo(Sha256.of(content));
        assertThat(document.name()).isEqualTo("gas.jpg");
        assertThat(document.about()).isEqualTo(applicant);
        assertThat(document.addedOn()).isEqualTo(today);
        assertThat(document.addedBy()).isEqualTo("officer");
        assertThat(document.scan()).isEqualTo(ScanState.NOT_SCANNED);
        assertThat(document.opens()).isTrue();
        assertThat(document.expired(today.plusYears(1))).isFalse();
        assertThat(document.expired(today.plusYears(1).plusDays(1))).isTrue();
        assertThat(files.open(reference, id).content()).isEqualTo(content);
        assertThat(files.preview(reference, id)).isPresent();
        long other = add(SomeFiles.pdf());
        assertThat(files.preview(reference, other)).isEmpty();
        assertThat(documents.of(reference)).extracting(DocumentOfCase::id).containsExactly(other, id);
        assertThat(documents.of(reference, DocumentCategory.GAS_SAFETY)).extracting(DocumentOfCase::id)
                .containsExactly(id);
        assertThat(audit.of(reference.value())).anyMatch(entry -> entry.action().equals("document.added")
                && entry.subject().equals("" + id) && entry.details().contains(Sha256.of(content))
                && !entry.details().contains("Boiler"));
        assertThat(headlines()).contains("Document added: Gas safety record");
    }

    @Test
    void theVeryFileIsRecognisedOnItsCaseUntilItIsWithdrawn() {
        byte[] content = SomeFiles.pdf();
        long id = add(content);
        assertThatThrownBy(() -> add(content)).isInstanceOf(AlreadyThere.class)
                .satisfies(same -> assertThat(((AlreadyThere) same).id()).isEqualTo(id));
        CaseReference another = open();
        assertThat(intake.add(another, facts(DocumentCategory.OTHER), file("same.pdf", content))).isPositive();
        intake.withdraw(reference, id, "Wrong kind");
        assertThat(add(content)).isGreaterThan(id);
    }

    @Test
    void twoAtOnceOfTheSameFileBecomeOne() {
        byte[] content = SomeFiles.pdf();
        List<String> came = Stream.of(1, 2, 3, 4).parallel().map(i -> as("officer", () -> {
            try {
                return "added " + add(content);
            } catch (AlreadyThere same) {
                return "there";
            }
        })).toList();
        assertThat(came.stream().filter("there"::equals)).hasSize(3);
        assertThat(documents.of(reference)).hasSize(1);
    }

    @Test
    void whatCannotBeTrueIsRefusedAndNothingIsKept() {
        LocalDate today = LocalDate.now(clock);
        byte[] pdf = SomeFiles.pdf();
        refused(new NewDocument(DocumentCategory.IDENTITY, null, 1L, null, null, null), pdf, "of this household");
        refused(new NewDocument(DocumentCategory.IDENTITY, null, null, today.plusDays(1), null, null), pdf,
                "today or earlier");
        refused(new NewDocument(DocumentCategory.IDENTITY, null, null, today, today.minusDays(1), null), pdf,
                "cannot expire before");
        refused(facts(DocumentCategory.IDENTITY), new byte[0], "The file is empty");
        refused(facts(DocumentCategory.IDENTITY), new byte[15 * 1024 * 1024 + 1], "must be 15 MB or smaller");
        assertThatThrownBy(() -> intake.add(reference, facts(DocumentCategory.IDENTITY),
                new SentFile("x.pdf", 40_000_000, pdf))).hasMessageContaining("The file has 39 MB. It must be 15 MB");
        assertThat(documents.of(reference)).isEmpty();
    }

    private void refused(NewDocument facts, byte[] content, String why) {
        assertThatThrownBy(() -> intake.add(reference, facts, file("x.pdf", content)))
                .isInstanceOf(DocumentRefused.class).hasMessageContaining(why);
    }

    @Test
    void nothingOfItIsEverChangedOrRemoved() {
        long id = add(SomeFiles.pdf());
        intake.withdraw(reference, id, "Wrong household");
        for (String table : List.of("document where id", "document_content where document_id",
                "document_scan where document_id", "document_withdrawn where document_id")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table + " = " + id).update())
                    .as(table).isInstanceOf(DataAccessException.class).hasMessageContaining("never changed or removed");
        }
        assertThatThrownBy(() -> jdbc.sql("update document_content set content = '\\x00' where document_id = " + id)
                .update()).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> jdbc.sql("truncate document_scan").update())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void aWithdrawnOneIsKeptAndSeenOnlyByWhoMaySeeWhoLookedAtTheCase() {
        byte[] content = SomeFiles.pdf();
        long id = add(content);
        intake.withdraw(reference, id, "It belongs to another household");
        assertThat(documents.of(reference)).isEmpty();
        assertThat(documents.find(reference, id)).isEmpty();
        assertThatThrownBy(() -> files.open(reference, id)).hasMessage("There is no such document");
        assertThatThrownBy(() -> intake.withdraw(reference, id, "Again")).hasMessage("There is no such document");
        assertThatThrownBy(() -> documents.withdrawn(reference)).isInstanceOf(NotPermitted.class);
        as("leader", () -> {
            assertThat(documents.withdrawn(reference)).singleElement()
                    .satisfies(each -> assertThat(each.withdrawn().reason()).isEqualTo("It belongs to another household"));
            assertThat(files.open(reference, id).content()).isEqualTo(content);
        });
        assertThat(audit.of(reference.value())).anyMatch(entry -> entry.action().equals("document.withdrawn")
                && entry.reason().equals("It belongs to another household"));
        assertThat(headlines()).contains("Document withdrawn: Identity");
    }

    @Test
    void ofARestrictedCaseThereIsNothingForWhoeverIsNotNamed() {
        long id = add(SomeFiles.jpeg());
        as("leader", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "Fled", "leader",
                Set.of("officer")));
        assertThat(documents.of(reference)).hasSize(1);
        as("manager", () -> {
            assertThatThrownBy(() -> documents.of(reference)).isInstanceOf(NoSuchCase.class);
            assertThatThrownBy(() -> documents.find(reference, id)).isInstanceOf(NoSuchCase.class);
            assertThatThrownBy(() -> files.open(reference, id)).isInstanceOf(NoSuchCase.class);
            assertThatThrownBy(() -> files.preview(reference, id)).isInstanceOf(NoSuchCase.class);
            assertThatThrownBy(this::addAnother).isInstanceOf(NoSuchCase.class);
            assertThatThrownBy(() -> intake.withdraw(reference, id, "x")).isInstanceOf(NoSuchCase.class);
        });
        CaseReference mine = open();
        assertThat(documents.find(mine, id)).as("by the number of a document of another case").isEmpty();
        assertThatThrownBy(() -> files.open(mine, id)).hasMessage("There is no such document");
    }

    private void addAnother() {
        add(SomeFiles.pdf());
    }

    @Test
    void aReferenceOfAHiddenCaseInItsWordsIsNotShown() {
        CaseReference hidden = open();
        long id = intake.add(reference, new NewDocument(DocumentCategory.OTHER, "See " + hidden, null, null, null, null),
                file(hidden + ".pdf", SomeFiles.pdf()));
        as("leader", () -> restricted.restrict(hidden, RestrictionKind.DOMESTIC_ABUSE, "Fled", "leader", Set.of()));
        DocumentOfCase document = documents.find(reference, id).orElseThrow();
        assertThat(document.name() + document.description()).doesNotContain(hidden.value());
        assertThat(files.open(reference, id).document().name()).doesNotContain(hidden.value());
    }

    @Test
    void designersAnalystsAndTheDataProtectionOfficerSeeNone() {
        long id = add(SomeFiles.pdf());
        for (String who : List.of("designer", "analyst", "admin", "dpo")) {
            as(who, () -> {
                assertThatThrownBy(() -> documents.of(reference)).as(who).isInstanceOf(NotPermitted.class);
                assertThatThrownBy(() -> files.open(reference, id)).as(who).isInstanceOf(NotPermitted.class);
                assertThatThrownBy(this::addAnother).as(who).isInstanceOf(NotPermitted.class);
            });
        }
    }

    @Test
    void theScannersWordDecidesWhetherItOpens() throws IOException {
        try (Clamd clamd = new Clamd()) {
            ClamAv scanner = new ClamAv(new DocumentSettings(null, clamd.address(), Duration.ofMillis(500)));
            DocumentIntake scanned = new DocumentIntake(check, scanner, keeping, documents, cases, worklist,
                    new DocumentSettings(null, null, null), clock);
            ScanRound round = new ScanRound(scanner, writer, keeping, current);
            withoutContent();
            long before = add(SomeFiles.pdf());

            long clean = scanned.add(reference, facts(DocumentCategory.OTHER), file("a.pdf", SomeFiles.pdf()));
            assertThat(state(clean)).isEqualTo(ScanState.CLEAN);

            clamd.mood = Clamd.Mood.HANGS_UP;
            long waits = scanned.add(reference, facts(DocumentCategory.OTHER), file("b.jpg", evil()));
            assertThat(state(waits)).isEqualTo(ScanState.WAITING);
            assertThatThrownBy(() -> files.open(reference, waits)).hasMessage("There is no such document");
            round.go();
            assertThat(state(waits)).isEqualTo(ScanState.WAITING);
            assertThat(state(before)).isEqualTo(ScanState.NOT_SCANNED);

            clamd.mood = Clamd.Mood.WORKS;
            round.go();
            round.go();
            assertThat(state(waits)).isEqualTo(ScanState.INFECTED);
            assertThat(state(before)).as("from before there was a scanner").isEqualTo(ScanState.CLEAN);
            as("leader", () -> assertThatThrownBy(() -> files.open(reference, waits))
                    .as("not for a leader either").hasMessage("There is no such document"));
            assertThat(headlines().stream().filter(each -> each.startsWith("A virus was found"))).hasSize(1);
            assertThat(audit.of(reference.value())).anyMatch(entry -> entry.action().equals("document.infected")
                    && entry.details().contains("Eicar-Test-Signature"));
            int asked = clamd.asked;
            round.go();
            assertThat(clamd.asked).as("what was answered is not asked again").isEqualTo(asked);
        }
    }

    /** Nothing of it is kept, so nobody can open it, and it must not hold up what can be scanned. */
    private void withoutContent() {
        jdbc.sql("""
                insert into document (case_reference, category, name, media_type, size_bytes, sha256, added_on, added_at,
                    added_by)
                values (:reference, 'OTHER', 'gone.pdf', 'PDF', 1, repeat('b', 64), current_date, now(), 'officer')""")
                .param("reference", reference.value()).update();
    }

    /** Of a kind that is taken in, with what the scanner looks for in it. */
    private static byte[] evil() {
        return SomeFiles.both(SomeFiles.jpeg(), SomeFiles.text("EVIL"));
    }

    private ScanState state(long id) {
        return documents.find(reference, id).orElseThrow().scan();
    }

    private List<String> headlines() {
        return timeline.page(reference, "document", null, 50).stream().map(TimelineEntry::headline).toList();
    }
}
