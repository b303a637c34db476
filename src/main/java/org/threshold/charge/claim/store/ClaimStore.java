package org.threshold.charge.claim.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.ClaimStatus;

/** The SQL of {@code benefit_claim}. */
@Repository
public class ClaimStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    ClaimStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** The one that tells how the placement stands: the last that was recorded. */
    public Optional<BenefitClaim> latest(long placementId) {
        return jdbc.sql("select * from benefit_claim where placement_id = :placement and "
                        + Sight.of("benefit_claim.case_reference") + " order by id desc limit 1")
                .param("placement", placementId).params(sight.parameters()).query((row, i) -> claim(row)).optional();
    }

    public Optional<BenefitClaim> find(long id) {
        return jdbc.sql("select * from benefit_claim where id = :id and "
                        + Sight.of("benefit_claim.case_reference"))
                .param("id", id).params(sight.parameters()).query((row, i) -> claim(row)).optional();
    }

    /** Newest first. */
    public List<BenefitClaim> of(CaseReference reference) {
        return jdbc.sql("select * from benefit_claim where case_reference = :reference and "
                        + Sight.of("benefit_claim.case_reference") + " order by id desc")
                .param("reference", reference.value()).params(sight.parameters()).query((row, i) -> claim(row)).list();
    }

    /** All of these placements, in the order in which they were recorded. */
    public List<BenefitClaim> ofPlacements(Collection<Long> placementIds) {
        return jdbc.sql("select * from benefit_claim where placement_id = any(:placements::bigint[]) and "
                        + Sight.of("benefit_claim.case_reference") + " order by id")
                .param("placements", placementIds.toArray(Long[]::new)).params(sight.parameters())
                .query((row, i) -> claim(row)).list();
    }

    /** Every claim that carries the reference, newest first. */
    public List<BenefitClaim> withReference(String reference) {
        return jdbc.sql("select * from benefit_claim where reference = :reference and "
                        + Sight.of("benefit_claim.case_reference") + " order by id desc limit 20")
                .param("reference", reference).params(sight.parameters()).query((row, i) -> claim(row)).list();
    }

    /** Every claim that carries one of the references, in one statement. */
    public List<BenefitClaim> withReferences(Collection<String> references) {
        return jdbc.sql("select * from benefit_claim where reference = any(:references::text[]) and "
                        + Sight.of("benefit_claim.case_reference") + " order by id")
                .param("references", references.toArray(String[]::new)).params(sight.parameters())
                .query((row, i) -> claim(row)).list();
    }

    /** Adds one that is made; empty when the same one is there already. */
    public Optional<Long> insertMade(BenefitClaim claim, String by, Instant now) {
        return jdbc.sql("""
                insert into benefit_claim (placement_id, case_reference, status, kind, reference, made_on, liable_from,
                    pension_age, completed_on, recorded_by, recorded_at)
                values (:placement, :case, :status, :kind, :reference, :made, :liable, :pension, :completed, :by, :at)
                on conflict (placement_id, kind, reference) where reference is not null do nothing returning id""")
                .param("placement", claim.placementId()).param("case", claim.caseReference().value())
                .param("status", claim.status().name()).param("kind", claim.kind().name())
                .param("reference", claim.reference()).param("made", claim.madeOn())
                .param("liable", claim.liableFrom()).param("pension", claim.pensionAge())
                .param("completed", claim.completedOn()).param("by", by).param("at", Timestamp.from(now))
                .query(Long.class).optional();
    }

    /** A placement that is charged for without a claim. */
    public long insertOwed(long placementId, CaseReference reference, LocalDate liableFrom, String by, Instant now) {
        return jdbc.sql("""
                insert into benefit_claim (placement_id, case_reference, status, liable_from, recorded_by, recorded_at)
                values (:placement, :case, 'NOT_STARTED', :liable, :by, :at) returning id""")
                .param("placement", placementId).param("case", reference.value()).param("liable", liableFrom)
                .param("by", by).param("at", Timestamp.from(now)).query(Long.class).single();
    }

    /** The claim that was owed is made. */
    public void make(long id, BenefitClaim as) {
        jdbc.sql("""
                update benefit_claim set status = :status, kind = :kind, reference = :reference, made_on = :made,
                    pension_age = :pension, completed_on = :completed, version = version + 1
                where id = :id""")
                .param("id", id).param("status", as.status().name()).param("kind", as.kind().name())
                .param("reference", as.reference()).param("made", as.madeOn()).param("pension", as.pensionAge())
                .param("completed", as.completedOn()).update();
    }

    public void changeLiableFrom(long id, LocalDate liableFrom) {
        jdbc.sql("update benefit_claim set liable_from = :liable, version = version + 1 where id = :id")
                .param("id", id).param("liable", liableFrom).update();
    }

    public void changeStatus(long id, ClaimStatus status, LocalDate completedOn, String words) {
        jdbc.sql("""
                update benefit_claim set status = :status, completed_on = :completed, words = coalesce(:words, words),
                    version = version + 1 where id = :id""")
                .param("id", id).param("status", status.name()).param("completed", completedOn).param("words", words)
                .update();
    }

    public void closeWithout(long id, BenefitClaim.WhyNone why, String words) {
        jdbc.sql("""
                update benefit_claim set status = 'NOT_DUE', why_none = :why, words = :words, version = version + 1
                where id = :id""")
                .param("id", id).param("why", why.name()).param("words", words).update();
    }

    /** Nothing more is done about a refusal. */
    public void leaveRefused(long id) {
        jdbc.sql("update benefit_claim set refusal_stands = true, version = version + 1 where id = :id").param("id", id)
                .update();
    }

    /** @param awardedFrom null, as the amount, where nothing is paid */
    public void decide(long id, ClaimStatus status, LocalDate decidedOn, LocalDate awardedFrom, Integer awardedWeekly,
                       String words) {
        jdbc.sql("""
                update benefit_claim set status = :status, decided_on = :decided, awarded_from = :from,
                    awarded_weekly = :weekly, words = :words, refusal_stands = false, version = version + 1 where id = :id""")
                .param("id", id).param("status", status.name()).param("decided", decidedOn).param("from", awardedFrom)
                .param("weekly", awardedWeekly).param("words", words).update();
    }

    private static BenefitClaim claim(ResultSet row) throws SQLException {
        return new BenefitClaim(row.getLong("id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), ClaimStatus.valueOf(row.getString("status")),
                code(row, "kind", Kind.class), row.getString("reference"), day(row, "made_on"),
                day(row, "liable_from"), row.getBoolean("pension_age"),
                code(row, "why_none", BenefitClaim.WhyNone.class), day(row, "completed_on"), day(row, "decided_on"),
                day(row, "awarded_from"), row.getObject("awarded_weekly", Integer.class), row.getString("words"),
                row.getInt("version"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }
}
