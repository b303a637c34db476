package org.threshold.access;

import java.util.function.Supplier;

/** Who acts in this thread. */
public interface CurrentOfficer {

    /** The signed-in officer, or {@link Officer#SERVICE} inside {@link #asService}; never null. */
    Officer get();

    /** Runs work of a timer or a start-up in the service's own name. */
    <T> T asService(Supplier<T> work);
}
