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
 * Households owed the main duty, or that of s193C: for two weeks without anybody who helps them move on, or for four
 * without an application to the housing register.
 */
@Component
class MoveOnProposals implements ProposalSource {

    private static final String NOT_BEGUN = """
            select duty.case_reference, file.team, 'move-on-of-duty-' || duty.id as subject,
                'The duty runs and nobody looks for a settled home' as detail, duty.started_on + 14 as due_on
            from duty join case_file file on file.reference = duty.case_reference
            where duty.kind in ('MAIN', 'S193C') and duty.ended_on is null and duty.started_on + 14 < :today
                and not exists (select from move_on_under_way way where way.case_reference = duty.case_reference)""";

    private static final String NO_APPLICATION = """
            select duty.case_reference, file.team, 'register-' || duty.id as subject,
                'No application to the housing register is recorded since the duty began' as detail,
                duty.started_on + 28 as due_on
            from duty join case_file file on file.reference = duty.case_reference
            where duty.kind in ('MAIN', 'S193C') and duty.ended_on is null and duty.started_on + 28 < :today
                and not exists (select from register_application made where made.case_reference = duty.case_reference)""";

    private final ProposalSql proposals;

    MoveOnProposals(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return Stream.of(proposals.read(ActionKind.MOVE_ON_NOT_BEGUN, NOT_BEGUN, only),
                proposals.read(ActionKind.REGISTER_APPLICATION_MISSING, NO_APPLICATION, only)).flatMap(List::stream)
                .toList();
    }
}
