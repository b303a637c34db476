package org.threshold.homelessness.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.CaseLinks;
import org.threshold.homelessness.CaseLinks.Link;
import org.threshold.homelessness.Reapplications.Why;
import org.threshold.homelessness.Stage;

/** The SQL of {@code case_merge}, {@code reapplication} and {@code reopening}. */
@Repository
public class LinkStore {

    /** How the case of a household whose applicant has died is linked to the next one. */
    public static final String SURVIVOR = "Someone of the household applied in their own right";

    private final JdbcClient jdbc;
    private final Sight sight;

    LinkStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insertMerge(CaseReference kept, CaseReference merged, String reason, String carried,
                            CaseStatus keptStatus, CaseStatus mergedStatus, boolean dutiesCompared, String by,
                            Instant now) {
        jdbc.sql("""
                insert into case_merge (kept_case, merged_case, reason, carried_over, kept_status, merged_status,
                    duties_compared, merged_by, merged_at)
                values (:kept, :merged, :reason, :carried, :keptStatus, :mergedStatus, :compared, :by, :at)""")
                .param("kept", kept.value()).param("merged", merged.value()).param("reason", reason)
                .param("carried", carried).param("keptStatus", keptStatus.name())
                .param("mergedStatus", mergedStatus.name()).param("compared", dutiesCompared).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    /** @param next null where the facts are the same, so that there is no new case */
    public void insertReapplication(CaseReference previous, CaseReference next, Why why, String reasons, String by,
                                    Instant now) {
        jdbc.sql("""
                insert into reapplication (previous_case, new_case, why, reasons, recorded_by, recorded_at)
                values (:previous, :next, :why, :reasons, :by, :at)""")
                .param("previous", previous.value()).param("next", next == null ? null : next.value())
                .param("why", why.name()).param("reasons", reasons).param("by", by).param("at", Columns.at(now)).update();
    }

    /** Empty also where the earlier case is hidden from whoever asks. */
    public Optional<CaseReference> previous(CaseReference reference) {
        return jdbc.sql("select previous_case from reapplication where new_case = :r and "
                        + Sight.of("reapplication.previous_case"))
                .param("r", reference.value()).params(sight.parameters()).query((row, i) -> new CaseReference(row.getString(1))).optional();
    }

    public void insertReopening(CaseReference reference, Stage stage, CaseStatus before, String reason, String by,
                                Instant now) {
        jdbc.sql("""
                insert into reopening (case_reference, stage, status_before, reason, recorded_by, recorded_at)
                values (:reference, :stage, :before, :reason, :by, :at)""")
                .param("reference", reference.value()).param("stage", stage.name()).param("before", before.name())
                .param("reason", reason).param("by", by).param("at", Columns.at(now)).update();
    }

    /** Whether somebody of the household applied after the applicant died; counts also who applied on a hidden case. */
    public boolean survivorApplied(CaseReference reference) {
        return jdbc.sql("select exists (select from reapplication where previous_case = :r and new_case is not null"
                        + " and why = 'SURVIVING_MEMBER')")
                .param("r", reference.value()).query(Boolean.class).single();
    }

    /** The other cases that belong with a case, oldest first, but for those that are hidden from whoever asks. */
    public List<Link> links(CaseReference reference) {
        return jdbc.sql("""
                select words, other from (
                    select merged_at as at, 'Merged into' as words, kept_case as other
                    from case_merge where merged_case = :r
                    union all select merged_at, :mergedIn, merged_case
                    from case_merge where kept_case = :r
                    union all select recorded_at, 'Follows', previous_case
                    from reapplication where new_case = :r
                    union all select recorded_at, case why when 'SURVIVING_MEMBER' then :survivor
                        else 'Followed by' end, new_case
                    from reapplication where previous_case = :r and new_case is not null) as link
                where %s order by at, other""".formatted(Sight.of("link.other")))
                .params(sight.parameters()).param("r", reference.value()).param("survivor", SURVIVOR)
                .param("mergedIn", CaseLinks.MERGED_IN)
                .query((row, i) -> new Link(row.getString("words"), new CaseReference(row.getString("other"))))
                .list();
    }
}
