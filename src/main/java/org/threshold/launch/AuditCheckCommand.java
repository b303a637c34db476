package org.threshold.launch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.threshold.audit.AuditVerifier;
import org.threshold.audit.AuditVerifier.Result;

/** {@code --verify-audit [--heads=<file>]}: reads the whole audit and says whether it is as it was written. */
@Component
class AuditCheckCommand implements Command {

    static final String OPTION = "verify-audit";
    private static final String HEADS = "heads";

    private final AuditVerifier verifier;

    AuditCheckCommand(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String option() {
        return OPTION;
    }

    @Override
    public int run(ApplicationArguments arguments) {
        List<String> heads = arguments.getOptionValues(HEADS);
        if (heads != null && heads.size() != 1) {
            System.err.println("Say one file of earlier heads: --" + HEADS + "=<file>");
            return 1;
        }
        try {
            return say(heads == null ? verifier.verifyAll() : verifier.verifyAgainst(Path.of(heads.get(0))));
        } catch (IOException | InvalidPathException unreadable) {
            System.err.println("The file of earlier heads cannot be used: " + unreadable.getMessage());
            return 1;
        }
    }

    private static int say(Result result) {
        if (result.findings().isEmpty()) {
            System.out.printf("The audit is whole: %,d entries are as they were written.%n", result.entries());
            return 0;
        }
        result.findings().forEach(finding -> System.out.println(finding.message() + "."));
        System.out.printf("The audit is NOT whole: %,d findings in %,d entries.%n", result.findings().size(),
                result.entries());
        return 1;
    }
}
