package org.threshold.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a route about a case whose view is not to be recorded as a page of its own, so that nothing is recorded twice. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOfAPage {

    /** Where the view is recorded instead. */
    String value();
}
