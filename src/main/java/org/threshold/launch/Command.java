package org.threshold.launch;

import org.springframework.boot.ApplicationArguments;

/** Something that the program is asked to do instead of serving; it ends afterwards. */
public interface Command {

    /** The option that asks for it, without the dashes. */
    String option();

    /** @return the exit code: 0 when all is well; what there is to say goes to standard output and error */
    int run(ApplicationArguments arguments);
}
