package org.threshold.worklist;

import java.sql.SQLException;
import org.springframework.dao.ConcurrencyFailureException;

/** Two people changed one case at the same moment: the database let one of them finish and undid the other. */
public final class AtOnce {

    public static final String SENTENCE = "Someone else changed this case at the same moment, and nothing of yours was"
            + " recorded. Look at what they changed, then try again";
    /** Of the SQL standard's states: deadlock found, or not serialisable. */
    private static final String ROLLED_BACK = "40";

    private AtOnce() {
    }

    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException || cause instanceof SQLException sql
                    && sql.getSQLState() != null && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
