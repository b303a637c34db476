package org.threshold.accommodation.store;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.Proposal;
import org.threshold.nextaction.ProposalSource;
import org.threshold.nextaction.ProposalSql;

/** Homes whose safety checks run out within four weeks, and nightly lets in which somebody lives for half a year. */
@Component
class HomeProposals implements ProposalSource {

    private static final String CHECKS = """
            select placement.case_reference, file.team, 'check-' || latest.id as subject,
                'A check of the home runs out: ' || lower(latest.kind) as detail, latest.expires_on as due_on
            from placement join case_file file on file.reference = placement.case_reference
                join (select distinct on (unit_id, kind) * from unit_check order by unit_id, kind, id desc) latest
                    on latest.unit_id = placement.unit_id
            where placement.status in ('IN_OCCUPATION', 'EXTENDED', 'OVERSTAY', 'NOTICE_GIVEN')
                and latest.expires_on <= :today::date + 28""";

    private static final String NIGHTLY = """
            select placement.case_reference, file.team, 'nightly-' || placement.id as subject,
                'They have been in a nightly let for more than half a year' as detail,
                placement.starts_on + 182 as due_on
            from placement join case_file file on file.reference = placement.case_reference
                join unit on unit.id = placement.unit_id
            where placement.status in ('IN_OCCUPATION', 'EXTENDED', 'OVERSTAY', 'NOTICE_GIVEN')
                and unit.kind = 'NIGHTLY_PAID' and placement.starts_on + 182 < :today""";

    private final ProposalSql proposals;

    HomeProposals(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return Stream.of(proposals.read(ActionKind.UNIT_CHECKS_EXPIRE, CHECKS, only),
                proposals.read(ActionKind.LONG_NIGHTLY_LET, NIGHTLY, only)).flatMap(List::stream).toList();
    }
}
