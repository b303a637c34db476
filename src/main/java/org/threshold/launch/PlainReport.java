package org.threshold.launch;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells why the service cannot start in its own sentences on standard error, without a stack trace. */
public class PlainReport implements SpringBootExceptionReporter {

    /** Called by Spring Boot. */
    public PlainReport(ConfigurableApplicationContext context) {
    }

    @Override
    public boolean reportException(Throwable failure) {
        CannotStart cannotStart = CannotStart.in(failure);
        if (cannotStart == null) {
            return false;
        }
        cannotStart.sentences().forEach(System.err::println);
        return true;
    }
}
