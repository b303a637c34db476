package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.audit.AuditHistory;
import org.threshold.casefile.CaseReference;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.Documents;
import org.threshold.document.SomeFiles;
import org.threshold.homelessness.CaseMerges;
import org.threshold.homelessness.NewApproach;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Adding, looking at, taking out and withdrawing documents over real HTTP, without JavaScript. */
class DocumentPagesTest extends CasePageTest {

    private static final String PDF = "application/pdf";

    @Autowired
    private Documents documents;
    @Autowired
    private Worklist worklist;
    @Autowired
    private CaseMerges merges;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private AuditHistory audit;

    private String path() {
        return "/cases/" + reference + "/documents";
    }

    private Desk.Answer upload(Desk who, String name, byte[] content) {
        return who.upload(path(), form -> form.with("category", "INCOME").with("about", "").with("description", "March")
                .with("datedOn-day", "27").with("datedOn-month", "3").with("datedOn-year", "2024")
                .file("file", name, PDF, content).file("picture", "", "application/octet-stream", new byte[0]));
    }

    private Desk.Answer upload(String name, byte[] content) {
        return upload(desk, name, content);
    }

    @Test
    void anOfficerAddsADocumentFindsItInTheListAndTakesItOut() {
        assertThat(desk.get("/cases/" + reference).body()).contains(path() + "/new", "Documents</a>");
        assertThat(desk.get(path()).text()).contains("No document has been added");
        Desk.Answer form = desk.get(path() + "/new");
        assertThat(form.body()).contains("accept=\"application/pdf,image/jpeg,image/png\"", "capture=\"environment\"",
                "15 MB at most");
        byte[] pdf = SomeFiles.pdf();
        Desk.Answer page = desk.follow(upload("wage slip.pdf", pdf));
        assertThat(page.text()).contains("The document was added: wage slip.pdf", "27 March 2024", "March",
                "Not scanned for viruses", "SHA-256").doesNotContain("Who looked at it");
        assertThat(desk.get(path()).text()).contains("Income, benefits and savings", "wage slip.pdf");
        assertThat(desk.get("/cases/" + reference + "/timeline?kind=document").text())
                .contains("Document added: Income, benefits and savings", "wage slip.pdf");
        String file = path() + "/" + only().id() + "/file";
        assertThat(desk.bytes(file)).isEqualTo(pdf);
        HttpHeaders headers = desk.get(file).response().headers();
        assertThat(headers.firstValue("Content-Disposition")).hasValueSatisfying(value ->
                assertThat(value).startsWith("attachment;").contains("wage"));
        assertThat(headers.firstValue("Content-Type")).hasValue(PDF);
        guarded(headers);
        assertThat(desk.get(path() + "/" + only().id() + "/preview").status()).isEqualTo(404);
    }

    private static void guarded(HttpHeaders headers) {
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cache-Control")).allMatch(value -> value.contains("no-store"));
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    private DocumentOfCase only() {
        List<DocumentOfCase> all = documents.of(reference);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aPictureIsShownAsASmallOneMadeAnew() {
        byte[] camera = SomeFiles.picture("jpeg", 3000, 2000);
        Desk.Answer page = desk.follow(desk.upload(path(), form -> form.with("category", "IDENTITY")
                .file("file", "", "application/octet-stream", new byte[0])
                .file("picture", "image.jpg", "image/jpeg", camera)));
        String preview = path() + "/" + only().id() + "/preview";
        assertThat(page.body()).contains("src=\"" + preview + "\"");
        assertThat(desk.bytes(preview)).hasSizeLessThan(camera.length);
        HttpHeaders headers = desk.get(preview).response().headers();
        guarded(headers);
        assertThat(headers.firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(headers.firstValue("Content-Disposition")).hasValue("inline");
    }

    @Test
    void whatIsMissingOrNotTakenInIsSaidAndNothingTypedIsLost() {
        assertThat(desk.post(path()).text()).contains("There is a problem", "Select what it is",
                "Choose a file or take a picture");
        Desk.Answer wrong = upload("letter.pdf", "<html><script>alert(1)</script></html>".getBytes());
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.text()).contains("This is a web page. Print it to a PDF", "What you typed is kept", "March");
        assertThat(wrong.body()).contains("value=\"27\"").containsPattern(
                "value=\"INCOME\"[^>]*selected|selected[^>]*value=\"INCOME\"");
        assertThat(desk.upload(path(), form -> form.with("category", "NONSENSE").with("about", "x")
                .with("datedOn-day", "31").with("datedOn-month", "2").with("datedOn-year", "2024")
                .file("file", "a.pdf", PDF, SomeFiles.pdf())).text())
                .contains("Select what it is", "Select somebody of this household", "must be a real date");
        assertThat(desk.upload(path(), form -> form.with("roles", "ADMINISTRATOR")).status()).isEqualTo(400);
        assertThat(documents.of(reference)).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithItsSizeAndWhatWasTypedIsKept() {
        for (int megabytes : new int[] {16, 70}) {
            Desk.Answer answer = upload("film.pdf", new byte[megabytes * 1024 * 1024]);
            assertThat(answer.status()).as(megabytes + " MB").isEqualTo(200);
            assertThat(answer.text()).contains("The file has " + megabytes + " MB. It must be 15 MB or smaller", "March");
        }
        assertThat(documents.of(reference)).isEmpty();
    }

    /** Only what is asked for is looked at, and what was typed between and after the others is not lost. */
    @Test
    void ofManyFilesTheOneThatIsAskedForIsTaken() {
        byte[] pdf = SomeFiles.pdf();
        Desk.Answer added = desk.upload(path(), form -> {
            FormWithFile all = form;
            for (int i = 0; i < 20; i++) {
                all = all.file("other", "other.pdf", PDF, new byte[1024 * 1024]);
            }
            return all.with("category", "INCOME").file("picture", "b.jpg", "image/jpeg", new byte[1024])
                    .file("file", "a.pdf", PDF, pdf).file("file", "c.pdf", PDF, new byte[1024])
                    .with("description", "March");
        });
        assertThat(added.status()).isEqualTo(302);
        assertThat(only().name()).isEqualTo("a.pdf");
        assertThat(desk.follow(added).text()).contains("March");
        assertThat(desk.bytes(path() + "/" + only().id() + "/file")).isEqualTo(pdf);
    }

    @Test
    void aFormThatIsNoneIsRefused() {
        Desk.Answer tooMany = desk.upload(path(), form -> {
            FormWithFile all = form;
            for (int i = 0; i < 60; i++) {
                all = all.with("category", "INCOME");
            }
            return all;
        });
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(desk.upload(path(), form -> form.with("description", "x".repeat(200_000))).status()).isEqualTo(400);
        assertThat(Desk.signedOut(port).upload(path(), UnaryOperator.identity()).status()).isEqualTo(403);
        assertThat(desk.upload("/cases/" + reference + "/notes", form -> form.with("text", "x")).status())
                .as("where no file is asked for").isEqualTo(403);
    }

    @Test
    void filesOfOtherPagesStillArrive() {
        Desk leader = Desk.signedIn(port, "leader");
        leader.get("/payments");
        assertThat(leader.upload("/payments", form -> form.file("file", "p.csv", "text/csv", new byte[0])).text())
                .contains("Choose the file of payments");
        leader.get("/benefit/files");
        assertThat(leader.upload("/benefit/files/in", form -> form.file("file", "p.csv", "text/csv", new byte[0])).text())
                .contains("Choose the file of the benefit system");
    }

    @Test
    void theSameFileAgainLeadsToTheOneThatIsThere() {
        byte[] pdf = SomeFiles.pdf();
        upload("first.pdf", pdf);
        Desk.Answer again = upload("second.pdf", pdf);
        assertThat(again.text()).contains("This file is on the case already", "See first.pdf, Income");
        assertThat(again.body()).contains(path() + "/" + only().id());
    }

    @Test
    void aHostileNameHarmsNobody() {
        upload("../../<script>alert(1)</script>\u202Efdp.exe", SomeFiles.pdf());
        assertThat(only().name()).isEqualTo("script_fdp.exe.pdf");
        Desk.Answer list = desk.get(path());
        assertThat(list.body()).doesNotContain("<script>alert", "\u202E").contains("<bdi>script_fdp.exe.pdf</bdi>");
        upload("a".repeat(3000) + ".pdf", SomeFiles.pdf());
        upload("\u0635\u0648\u0631\u0629\r\nX-Evil: 1.pdf", SomeFiles.pdf());
        assertThat(documents.of(reference)).hasSize(3).allMatch(each -> each.name().length() <= 150);
        HttpHeaders headers = desk.get(path() + "/" + documents.of(reference).get(0).id() + "/file").response()
                .headers();
        assertThat(headers.map()).doesNotContainKey("x-evil");
        assertThat(headers.firstValue("Content-Disposition")).hasValueSatisfying(value ->
                assertThat(value).startsWith("attachment;").contains("filename*=UTF-8''"));
    }

    @Test
    void whoLookedAtItIsRecordedAndShownToThoseWhoMayKnow() {
        upload("x.pdf", SomeFiles.pdf());
        String page = path() + "/" + only().id();
        desk.get(page);
        desk.get(page + "/file");
        assertThat(audit.of(reference.value()).stream().filter(entry -> entry.subject().equals("" + only().id())
                && entry.who().equals("officer")).map(entry -> entry.action())).containsExactly("document.added",
                "document.viewed", "documentFile.viewed");
        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get(page).text()).containsPattern("Who looked at it.*Opened a document.*Looked at a document");
        assertThat(desk.get(page).text()).doesNotContain("Who looked at it");
        assertThat(leader.get("/cases/" + reference + "/record").text()).contains("Opened a document");
    }

    @Test
    void aWrongOneIsWithdrawnWithAReasonAndOnlyALeaderStillSeesIt() {
        upload("wrong.pdf", SomeFiles.pdf());
        String page = path() + "/" + only().id();
        desk.get(page);
        assertThat(desk.post(page + "/withdraw", "reason", " ").text()).contains("Enter why it is withdrawn");
        Desk.Answer list = desk.follow(desk.post(page + "/withdraw", "reason", "Another household's"));
        assertThat(list.text()).contains("The document was withdrawn", "No document has been added")
                .doesNotContain("wrong.pdf", "Another household");
        for (String address : List.of(page, page + "/file", page + "/preview")) {
            assertThat(desk.get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(desk.post(page + "/withdraw", "reason", "Again").status()).isEqualTo(404);
        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get(path()).text()).contains("Withdrawn, 1", "wrong.pdf", "Another household's");
        assertThat(leader.get(page).text()).contains("Withdrawn", "Another household's")
                .doesNotContain("It was added by mistake");
        assertThat(leader.get(page + "/file").status()).isEqualTo(200);
    }

    @Test
    void besideAStepThatAsksForEvidenceStandsTheWayToAddItAndTheDocumentRemembersTheStep() {
        OpenStep triage = worklist.openStepsOf(reference).get(0);
        assertThat(desk.get("/steps/" + triage.stepId()).text()).contains("Documents of this case",
                "None of what this step is likely to ask for");
        Desk.Answer form = desk.get(path() + "/new?step=" + triage.stepId() + "&category=NOTICE");
        assertThat(form.text()).contains("For the step " + triage.name());
        assertThat(form.body()).containsPattern("value=\"NOTICE\"[^>]*selected|selected[^>]*value=\"NOTICE\"");
        Desk.Answer added = desk.upload(path(), sent -> sent.with("step", triage.stepId()).with("category", "NOTICE")
                .file("file", "s21.pdf", PDF, SomeFiles.pdf()));
        assertThat(added.location()).isEqualTo("/steps/" + triage.stepId());
        assertThat(desk.follow(added).text()).contains("The document was added: s21.pdf",
                "Notice, claim for possession or warrant: s21.pdf");
        assertThat(only().stepElement()).isEqualTo(triage.elementId());
        desk.get(path() + "/new");
        assertThat(desk.upload(path(), sent -> sent.with("step", "gone").with("category", "OTHER")
                .file("file", "b.pdf", PDF, SomeFiles.pdf())).location()).contains(path() + "/");
        assertThat(documents.of(reference).get(0).stepElement()).isNull();
    }

    @Test
    void documentsOfAMergedCaseAreFoundOnTheOneThatStays() {
        upload("before the merge.pdf", SomeFiles.pdf());
        CaseReference kept = approaches.take(new NewApproach(household()));
        as("senior", () -> merges.merge(kept, reference, "Same person", true));
        assertThat(desk.get("/cases/" + kept + "/documents").text()).contains("On case " + reference,
                "merged into this one", "before the merge.pdf");
        assertThat(desk.get(path()).text()).contains("before the merge.pdf");
        as("leader", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "Fled", "leader", Set.of()));
        assertThat(desk.get("/cases/" + kept + "/documents").text()).doesNotContain("before the merge",
                reference.value());
    }

    @Test
    void aHiddenCaseAnswersAsOneThatNeverWas() {
        upload("x.pdf", SomeFiles.pdf());
        long id = only().id();
        as("leader", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "Fled", "leader",
                Set.of("senior")));
        for (String address : List.of("", "/new", "/" + id, "/" + id + "/file", "/" + id + "/preview")) {
            assertThat(desk.get(path() + address).status()).as(address).isEqualTo(404);
        }
        assertThat(upload("y.pdf", SomeFiles.pdf()).status()).isEqualTo(404);
        assertThat(desk.post(path() + "/" + id + "/withdraw", "reason", "x").status()).isEqualTo(404);
        assertThat(Pattern.compile("x\\.pdf").matcher(Desk.signedIn(port, "senior").get(path()).body()).find()).isTrue();
    }
}
