package org.threshold.homelessness.store;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;

/** Reads who took part in a case. */
@Repository
public class InvolvementStore {

    private static final String WHO = """
            select recorded_by from triage where case_reference = :r
            union select recorded_by from advice where case_reference = :r
            union select recorded_by from interim_accommodation where case_reference = :r
            union select recorded_by from identity_check where case_reference = :r
            union select recorded_by from assessment where case_reference = :r
            union select recorded_by from finding where case_reference = :r
            union select recorded_by from housing_plan where case_reference = :r
            union select recorded_by from housing_plan_review where case_reference = :r
            union select started_by from duty where case_reference = :r
            union select proposed_by from duty_ending where case_reference = :r
            union select answered_by from duty_ending where case_reference = :r and answered_by is not null
            union select drafted_by from decision where case_reference = :r
            union select answered_by from decision where case_reference = :r and answered_by is not null
            union select recorded_by from withdrawal where case_reference = :r
            union select recorded_by from closing where case_reference = :r
            """;

    private final JdbcClient jdbc;

    InvolvementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Usernames of everyone who recorded, proposed, decided or signed anything on the case. */
    public Set<String> involved(CaseReference reference) {
        return Set.copyOf(jdbc.sql(WHO).param("r", reference.value()).query(String.class).list());
    }
}
