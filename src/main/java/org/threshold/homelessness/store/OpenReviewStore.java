package org.threshold.homelessness.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.OpenReview;
import org.threshold.homelessness.ReviewMatter;

/** Reviews that run, of the cases that whoever asks may know of. */
@Repository
public class OpenReviewStore {

    private static final String OPEN = """
            select review.id, review.case_reference, review.matter, review.subject, review.requested_on,
                clock.last_day,
                member.given_name || ' ' || member.family_name as applicant,
                (select event.who from review_event event where event.review_id = review.id and event.kind = 'REVIEWER'
                    order by event.id desc limit 1) as reviewer
            from statutory_review review
            join household_member member on member.case_reference = review.case_reference and member.main_applicant
            left join lateral (select last_day from statutory_clock c where c.case_reference = review.case_reference
                and c.kind = review.clock and c.ended_on is null
                and (c.about like 'Review ' || review.id || ':%%' or c.about is null)
                order by c.about nulls last limit 1) clock on true
            where review.outcome is null and review.late_accepted is not false and %s
            order by clock.last_day nulls last, review.id limit :most""";

    private final JdbcClient jdbc;
    private final Sight sight;

    OpenReviewStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Those whose last day comes first before the others. */
    public List<OpenReview> open(int most) {
        return jdbc.sql(OPEN.formatted(Sight.of("review.case_reference"))).params(sight.parameters()).param("most", most)
                .query((row, i) -> new OpenReview(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                        row.getString("applicant").strip(), Columns.code(row, "matter", ReviewMatter.class),
                        Columns.day(row, "requested_on"), Columns.day(row, "last_day"), row.getString("reviewer"),
                        row.getString("subject")))
                .list();
    }
}
