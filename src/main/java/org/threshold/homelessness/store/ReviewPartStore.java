package org.threshold.homelessness.store;

import java.sql.Types;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.homelessness.Review;

/** Reads who took part in one decision besides those who made it: in its inquiries, or in an earlier review of it. */
@Repository
public class ReviewPartStore {

    private static final String IN_DECISION = """
            select f.recorded_by from finding f join decision d on d.case_reference = f.case_reference
            where d.id = :id and f.recorded_at <= d.drafted_at""";
    private static final String IN_NOTICE = """
            select r.opened_by from non_cooperation r join non_cooperation_notice n on n.non_cooperation_id = r.id
            where n.id = :id""";
    private static final String IN_REVIEWS = """
            select e.recorded_by from review_event e join statutory_review r on r.id = e.review_id
            where e.kind in ('EXAMINED', 'MINDED', 'HEARING') and r.id <> :review and r.case_reference = :reference
                and r.matter = :matter and r.decision_notified = :notified and r.subject is not distinct from :subject
            union select r.decided_by_review from statutory_review r
            where r.outcome in ('UPHELD', 'OVERTURNED') and r.id <> :review and r.case_reference = :reference
                and r.matter = :matter and r.decision_notified = :notified and r.subject is not distinct from :subject
            """;

    private final JdbcClient jdbc;

    ReviewPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> inDecision(long id) {
        return of(IN_DECISION, id);
    }

    public Set<String> inNotice(long id) {
        return of(IN_NOTICE, id);
    }

    private Set<String> of(String sql, long id) {
        return new HashSet<>(jdbc.sql(sql).param("id", id).query(String.class).list());
    }

    /** Whoever looked at the same decision again in another review. */
    public Set<String> inReviewsOf(Review review) {
        return new HashSet<>(jdbc.sql(IN_REVIEWS).param("review", review.id())
                .param("reference", review.caseReference().value()).param("matter", review.request().matter().name())
                .param("notified", review.request().decisionNotified())
                .param("subject", review.request().subject(), Types.VARCHAR).query(String.class).list());
    }
}
