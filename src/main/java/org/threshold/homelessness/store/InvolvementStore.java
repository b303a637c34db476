package org.threshold.homelessness.store;

import java.util.List;
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
            union select proposed_by from lc_referral where case_reference = :r
            union select c.checked_by from lc_check c join lc_referral r on r.id = c.referral_id
                where r.case_reference = :r
            union select e.recorded_by from lc_event e join lc_referral r on r.id = e.referral_id
                where r.case_reference = :r
            union select reported_by from circumstances_change where case_reference = :r
            union select d.considered_by from circumstances_considered d join circumstances_change c
                on c.id = d.change_id where c.case_reference = :r
            union select recorded_by from assessment_revision where case_reference = :r
            union select recorded_by from housing_plan_step_review where case_reference = :r
            union select opened_by from non_cooperation where case_reference = :r
            union select settled_by from non_cooperation where case_reference = :r and settled_by is not null
            union select drafted_by from non_cooperation_notice where case_reference = :r
            union select recorded_by from withdrawal where case_reference = :r
            union select recorded_by from closing where case_reference = :r
            """;

    private final JdbcClient jdbc;

    InvolvementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases that were merged into this one: who took part in them took part in it. */
    public List<CaseReference> mergedInto(CaseReference reference) {
        return jdbc.sql("select merged_case from case_merge where kept_case = :r").param("r", reference.value())
                .query(String.class).list().stream().map(CaseReference::new).toList();
    }

    /** Usernames of everyone who recorded, proposed, decided or signed anything on the case. */
    public Set<String> involved(CaseReference reference) {
        return Set.copyOf(jdbc.sql(WHO).param("r", reference.value()).query(String.class).list());
    }
}
