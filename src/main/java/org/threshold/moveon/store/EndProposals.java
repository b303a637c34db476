package org.threshold.moveon.store;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.Proposal;
import org.threshold.nextaction.ProposalSource;
import org.threshold.nextaction.ProposalSql;

/**
 * What is over and has not been ended: a duty whose offer was accepted a week ago, or refused for good, and accommodation
 * that was given until a review was decided. Nothing of it ends by itself.
 */
@Component
class EndProposals implements ProposalSource {

    private static final String DUTY = """
            select duty.case_reference, file.team, 'end-on-offer-' || offer.id as subject,
                case offer.status when 'ACCEPTED' then 'They accepted ' else 'They refused, and it was suitable: ' end
                    || offer.address as detail,
                case offer.status when 'ACCEPTED' then offer.answered_on + 7 else offer.reconsidered_on end as due_on
            from duty join case_file file on file.reference = duty.case_reference
                join home_offer offer on offer.case_reference = duty.case_reference and offer.duty = duty.kind
                    and offer.written_on >= duty.started_on
            where duty.kind in ('MAIN', 'S193C') and duty.ended_on is null
                and (offer.status = 'ACCEPTED' and offer.answered_on + 7 <= :today or offer.status = 'REFUSED_DISCHARGE')
                and not exists (select from duty_ending waiting where waiting.duty_id = duty.id
                    and waiting.status = 'PROPOSED')""";

    private static final String REVIEW = """
            select placement.case_reference, file.team, 'after-review-' || placement.id as subject,
                'No review runs any more, and they live in accommodation that was given until it was decided' as detail,
                cast(:today as date) as due_on
            from placement join case_file file on file.reference = placement.case_reference
            where placement.status in ('IN_OCCUPATION', 'EXTENDED', 'OVERSTAY') and placement.function = 'PENDING_REVIEW'
                and not exists (select from statutory_review running where running.case_reference = file.reference
                    and running.outcome is null and running.late_accepted is not false)
                and not exists (select from leaving where leaving.placement_id = placement.id and leaving.closed_on is null)""";

    private final ProposalSql proposals;

    EndProposals(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return Stream.of(proposals.read(ActionKind.DUTY_CAN_END, DUTY, only),
                proposals.read(ActionKind.HOME_AFTER_REVIEW, REVIEW, only)).flatMap(List::stream).toList();
    }
}
