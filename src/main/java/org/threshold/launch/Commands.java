package org.threshold.launch;

import java.util.Arrays;
import java.util.stream.Stream;

/** What can be asked on the command line besides a start. */
public final class Commands {

    private static final String CREATE_ADMINISTRATOR = "--" + FirstAdministrator.COMMAND + "=";
    /** A command runs beside a started Threshold: no port of its own, no timers. */
    private static final String[] QUIET = {"--server.port=0", "--server.address=127.0.0.1",
        "--camunda.bpm.job-execution.enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=error"};

    private Commands() {
    }

    public static boolean isCreateAdministrator(String[] args) {
        return Arrays.stream(args).anyMatch(arg -> arg.startsWith(CREATE_ADMINISTRATOR));
    }

    /** The arguments, and for a command the settings that it needs. */
    public static String[] settingsFor(String[] args) {
        return isCreateAdministrator(args) ? Stream.concat(Arrays.stream(args), Arrays.stream(QUIET))
                .toArray(String[]::new) : args;
    }
}
