package org.threshold.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The condition under which the current officer may know of a case at all, for every statement that reads more than one
 * case or finds one: a restricted case exists only for the people named on it and, for a while, for whoever opened it in
 * an emergency. The service itself, acting from a timer, sees every case.
 */
@Component
public class Sight {

    private static final String CONDITION = """
            (:sightOf = 'threshold' or not exists (select from case_restriction hidden where hidden.case_reference = %1$s
                and not exists (select from case_access allowed where allowed.case_reference = hidden.case_reference
                    and allowed.username = :sightOf and allowed.withdrawn_at is null
                    and (allowed.ends_at is null or allowed.ends_at > :sightAt))))""";

    private static final String RESTRICTED = "exists (select from case_restriction hidden where hidden.case_reference = %s)";

    private static final String IMPARTIAL = """
            not exists (select from conflict_of_interest known where known.case_reference = %s
                and known.username = :sightOf and known.lifted_at is null)""";

    private final CurrentOfficer current;
    private final Clock clock;

    Sight(CurrentOfficer current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /**
     * SQL that is true where the officer may know of the case; takes the named parameters of {@link #parameters}.
     *
     * @param column the column that holds the case's reference, with its table's name or alias
     */
    public static String of(String column) {
        return CONDITION.formatted(column);
    }

    /** SQL that is true where the officer has not said that they know the people; parameters as {@link #of}. */
    public static String impartial(String column) {
        return IMPARTIAL.formatted(column);
    }

    /** SQL that is true where the case is restricted; takes no parameter. */
    public static String restricted(String column) {
        return RESTRICTED.formatted(column);
    }

    /** Who looks, and when, for {@link #of}. */
    public Map<String, Object> parameters() {
        return parameters(current.get().username());
    }

    /** The same for somebody else: may they know of the case? */
    public Map<String, Object> parameters(String username) {
        return Map.of("sightOf", username, "sightAt", Timestamp.from(clock.instant()));
    }
}
