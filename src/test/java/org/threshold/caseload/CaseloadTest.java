package org.threshold.caseload;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.process.ProcessTest;

/** What tests of bringing over a caseload share. */
abstract class CaseloadTest extends ProcessTest {

    private static int next;

    @Autowired
    Caseloads caseloads;

    /** A reference that no other test uses. */
    static String unused() {
        return "OLD-" + ProcessHandle.current().pid() + "-" + ++next;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    CaseloadFiles files() {
        return new CaseloadFiles(TEAM, today());
    }

    long checked(CaseloadFiles files) {
        return checked(files.bytes());
    }

    long checked(Map<Sheet, byte[]> files) {
        signIn("admin");
        return caseloads.check(DateOrder.ISO, files);
    }

    long broughtOver(CaseloadFiles files) {
        long id = checked(files);
        finish(id);
        return id;
    }

    void finish(long id) {
        try {
            caseloads.bringOver(id).get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The case that the household has become. */
    CaseReference caseOf(String reference) {
        return new CaseReference(jdbc.sql("select reference from case_file where previous_reference = ?")
                .param(reference).query(String.class).single());
    }
}
