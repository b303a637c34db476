package org.threshold.launch;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked on the command line besides a start. */
public final class Commands {

    /** What is said when a command has done what was asked, by its name. */
    private static final Map<String, String> DONE = Map.of(
            FirstAdministrator.COMMAND, "The administrator can sign in once Threshold is started.",
            WholeReturn.COMMAND, "The whole return is written. It is personal data: keep it where only you can read it,"
                    + " and delete it once it is handed over.");

    /** A command runs beside a started Threshold: no port of its own, no timers. */
    private static final String[] QUIET = {"--server.port=0", "--server.address=127.0.0.1",
        "--camunda.bpm.job-execution.enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=error"};

    private Commands() {
    }

    /** What to say once the command among the arguments is done; empty where they ask for a start. */
    public static Optional<String> doneOf(String[] args) {
        return DONE.entrySet().stream()
                .filter(command -> Arrays.stream(args).anyMatch(arg -> arg.startsWith("--" + command.getKey() + "=")))
                .map(Map.Entry::getValue).findFirst();
    }

    /** The arguments, and for a command the settings that it needs. */
    public static String[] settingsFor(String[] args) {
        return doneOf(args).isEmpty() ? args
                : Stream.concat(Arrays.stream(args), Arrays.stream(QUIET)).toArray(String[]::new);
    }
}
