package org.threshold.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.threshold.audit.AuditVerifier;

/** {@code --write-audit-heads=<file>}: writes the end of every chain, to be kept away from the database. */
@Component
class AuditHeadsCommand implements Command {

    static final String OPTION = "write-audit-heads";

    private final AuditVerifier verifier;

    AuditHeadsCommand(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String option() {
        return OPTION;
    }

    @Override
    public int run(ApplicationArguments arguments) {
        List<String> files = arguments.getOptionValues(OPTION);
        if (files.size() != 1 || files.get(0).isBlank()) {
            System.err.println("Say where to write them: --" + OPTION + "=<file>");
            return 1;
        }
        try {
            long heads = verifier.writeHeads(Path.of(files.get(0)));
            System.out.printf("The ends of %,d chains are in %s. Keep it where nobody who administers the database can"
                    + " change it.%n", heads, files.get(0));
            return 0;
        } catch (FileAlreadyExistsException exists) {
            System.err.println(files.get(0) + " exists already and was left as it is. Say another name.");
        } catch (IOException | InvalidPathException failed) {
            System.err.println("The heads could not be written: " + failed.getMessage());
        }
        return 1;
    }
}
