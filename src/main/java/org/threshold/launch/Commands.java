package org.threshold.launch;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What can be asked on the command line besides a start. */
public final class Commands {

    /** What is said when a command that works while the service starts has done what was asked, by its name. */
    private static final Map<String, String> DONE = Map.of(
            FirstAdministrator.COMMAND, "The administrator can sign in once Threshold is started.",
            WholeReturn.COMMAND, "The whole return is written. It is personal data: keep it where only you can read it,"
                    + " and delete it once it is handed over.");
    /** The names of each {@link Command}, known before anything is started. */
    private static final Set<String> AFTER_THE_START = Set.of(AuditCheckCommand.OPTION, AuditHeadsCommand.OPTION);

    /** A command runs beside a started Threshold: no port of its own, no timers. The audit says that it was one. */
    private static final String[] QUIET = {"--server.port=0", "--server.address=127.0.0.1", "--threshold.command=true",
        "--camunda.bpm.job-execution.enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=error"};

    private Commands() {
    }

    public static boolean isCommand(String[] args) {
        return asked(new DefaultApplicationArguments(args)).isPresent();
    }

    /** The arguments, and for a command the settings that it needs. */
    public static String[] settingsFor(String[] args) {
        return isCommand(args) ? Stream.concat(Arrays.stream(args), Arrays.stream(QUIET)).toArray(String[]::new) : args;
    }

    /** Does what was asked, says that it is done, and closes the service; the exit code. */
    public static int run(ConfigurableApplicationContext service, String[] args) {
        ApplicationArguments arguments = new DefaultApplicationArguments(args);
        String asked = asked(arguments).orElseThrow();
        if (DONE.containsKey(asked)) {
            System.out.println(DONE.get(asked));
            return SpringApplication.exit(service);
        }
        int code = service.getBeanProvider(Command.class).stream().filter(each -> each.option().equals(asked))
                .findFirst().orElseThrow().run(arguments);
        return Math.max(code, SpringApplication.exit(service));
    }

    private static Optional<String> asked(ApplicationArguments arguments) {
        return Stream.concat(DONE.keySet().stream(), AFTER_THE_START.stream()).filter(arguments::containsOption)
                .findFirst();
    }
}
