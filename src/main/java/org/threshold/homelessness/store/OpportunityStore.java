package org.threshold.homelessness.store;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.ChildrensServices;
import org.threshold.homelessness.Duty;

/** The SQL of {@code opportunity_help}, {@code opportunity_extension} and {@code childrens_services_referral}. */
@Repository
public class OpportunityStore {

    private final JdbcClient jdbc;

    OpportunityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insertHelp(CaseReference reference, String help, String by, Instant now) {
        jdbc.sql("""
                insert into opportunity_help (case_reference, help, recorded_by, recorded_at)
                values (:reference, :help, :by, :at)""")
                .param("reference", reference.value()).param("help", help).param("by", by).param("at", Columns.at(now))
                .update();
    }

    public long insertExtension(Duty duty, LocalDate was, LocalDate until, String reasons, String by, Instant now) {
        return jdbc.sql("""
                insert into opportunity_extension (case_reference, duty_id, was_until, until, reasons, recorded_by,
                    recorded_at)
                values (:reference, :duty, :was, :until, :reasons, :by, :at) returning id""")
                .param("reference", duty.caseReference().value()).param("duty", duty.id()).param("was", was)
                .param("until", until).param("reasons", reasons).param("by", by).param("at", Columns.at(now))
                .query(Long.class).single();
    }

    public void insertReferral(CaseReference reference, ChildrensServices.Answer answer, String by, Instant now) {
        jdbc.sql("""
                insert into childrens_services_referral (case_reference, consent, safeguarding, told_to, told_on,
                    told_what, recorded_by, recorded_at)
                values (:reference, :consent, :safeguarding, :to, :on, :what, :by, :at)""")
                .param("reference", reference.value()).param("consent", answer.consent().name())
                .param("safeguarding", answer.safeguarding()).param("to", answer.toldTo())
                .param("on", answer.toldOn()).param("what", answer.toldWhat()).param("by", by)
                .param("at", Columns.at(now)).update();
    }
}
