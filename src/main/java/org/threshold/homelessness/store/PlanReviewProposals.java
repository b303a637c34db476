package org.threshold.homelessness.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.Proposal;
import org.threshold.nextaction.ProposalSource;
import org.threshold.nextaction.ProposalSql;

/** A plan whose day of review has passed while a duty is owed and no step asks for the review. */
@Component
class PlanReviewProposals implements ProposalSource {

    private static final String SQL = """
            select plan.case_reference, file.team, 'plan-' || plan.id as subject,
                'The plan of version ' || plan.version || ' was to be reviewed' as detail, plan.review_on as due_on
            from housing_plan plan join case_file file on file.reference = plan.case_reference
            where plan.review_on < :today
                and not exists (select from housing_plan later where later.case_reference = plan.case_reference
                    and later.version > plan.version)
                and not exists (select from housing_plan_review review
                    where review.case_reference = plan.case_reference and review.plan_version = plan.version
                        and review.recorded_at > plan.review_on)
                and exists (select from duty where duty.case_reference = plan.case_reference and duty.ended_on is null)
                and not exists (select from worklist_step step where step.case_reference = plan.case_reference
                    and step.element_id = 'task_reviewPlan')""";

    private final ProposalSql proposals;

    PlanReviewProposals(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return proposals.read(ActionKind.PLAN_REVIEW_DUE, SQL, only);
    }
}
