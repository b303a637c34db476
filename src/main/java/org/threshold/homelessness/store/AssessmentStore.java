package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.IdentityCheck;

/** The SQL of {@code identity_check} and {@code assessment}. */
@Repository
public class AssessmentStore {

    private final JdbcClient jdbc;

    AssessmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insertIdentity(CaseReference reference, IdentityCheck check, String by, Instant now) {
        jdbc.sql("""
                insert into identity_check (case_reference, seen, documents, missing, nationality,
                    habitually_resident, recorded_by, recorded_at)
                values (:reference, :seen, :documents, :missing, :nationality, :resident, :by, :at)""")
                .param("reference", reference.value()).param("seen", check.seen())
                .param("documents", Codes.joined(check.documents())).param("missing", check.missing())
                .param("nationality", check.nationality()).param("resident", check.habituallyResident())
                .param("by", by).param("at", Columns.at(now)).update();
    }

    public Optional<IdentityCheck> latestIdentity(CaseReference reference) {
        return jdbc.sql("select * from identity_check where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query((row, i) -> new IdentityCheck(row.getString("seen"), Codes.read(row, "documents"),
                        row.getString("missing"), row.getString("nationality"),
                        row.getString("habitually_resident"))).optional();
    }

    public void insert(CaseReference reference, Assessment made, String by, Instant now) {
        String needs = Codes.joined(made.supportNeeds());
        jdbc.sql("""
                insert into assessment (case_reference, circumstances, reason_for_loss, arrears_reason, lost_on,
                    last_settled_home, last_postcode, accommodation_now, slept_rough, employment, ethnicity, referral,
                    referral_body, housing_needs, support_needs, support_summary, outcome, satisfied_on, notice_type,
                    notice_expires, outcome_reasons, income, sex, gender_same, sexual_orientation, last_uprn,
                    postcode_not_known, recorded_by, recorded_at)
                values (:reference, :circumstances, :loss, :arrears, :lostOn, :last, :postcode, :now, :rough, :work,
                    :ethnicity, :referral, :body, :housing, :support, :summary, :outcome, :satisfied, :notice,
                    :expires, :why, :income, :sex, :gender, :orientation, :uprn, :postcodeNotKnown, :by, :at)""")
                .param("reference", reference.value()).param("circumstances", made.circumstances())
                .param("loss", made.reasonForLoss()).param("arrears", made.arrearsReason())
                .param("lostOn", made.lostOn()).param("last", made.lastSettledHome())
                .param("postcode", made.lastPostcode()).param("now", made.accommodationNow())
                .param("rough", made.sleptRough()).param("work", made.employment())
                .param("ethnicity", made.ethnicity()).param("referral", made.referral())
                .param("body", made.referralBody()).param("housing", made.housingNeeds())
                .param("support", needs == null ? "" : needs).param("summary", made.supportSummary())
                .param("outcome", made.outcome().name()).param("satisfied", made.satisfiedOn())
                .param("notice", made.noticeType()).param("expires", made.noticeExpires())
                .param("why", made.outcomeReasons())
                .param("income", Codes.joined(made.background().income())).param("sex", made.background().sex())
                .param("gender", made.background().genderSame())
                .param("orientation", made.background().sexualOrientation())
                .param("uprn", made.background().lastUprn())
                .param("postcodeNotKnown", made.background().postcodeNotKnown())
                .param("by", by).param("at", Columns.at(now)).update();
    }

    public Optional<Assessment> latest(CaseReference reference) {
        return jdbc.sql("select * from assessment where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value()).query((row, i) -> assessment(row)).optional();
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(row.getString("circumstances"), row.getString("reason_for_loss"),
                row.getString("arrears_reason"), Columns.day(row, "lost_on"), row.getString("last_settled_home"),
                row.getString("last_postcode"), row.getString("accommodation_now"), row.getString("slept_rough"),
                row.getString("employment"), row.getString("ethnicity"), row.getString("referral"),
                row.getString("referral_body"), row.getString("housing_needs"), Codes.read(row, "support_needs"),
                row.getString("support_summary"), Columns.code(row, "outcome", Assessment.Outcome.class),
                Columns.day(row, "satisfied_on"), row.getString("notice_type"), Columns.day(row, "notice_expires"),
                row.getString("outcome_reasons"), new Assessment.Background(Codes.read(row, "income"),
                row.getString("sex"), row.getString("gender_same"), row.getString("sexual_orientation"),
                row.getString("last_uprn"), row.getBoolean("postcode_not_known")));
    }
}
