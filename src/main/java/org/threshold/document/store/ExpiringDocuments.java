package org.threshold.document.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.Proposal;
import org.threshold.nextaction.ProposalSource;
import org.threshold.nextaction.ProposalSql;

/** A document that runs out within four weeks, or has run out in the last half year. */
@Component
class ExpiringDocuments implements ProposalSource {

    private static final String SQL = """
            select document.case_reference, file.team, 'document-' || document.id as subject,
                'A document of the case runs out: ' || replace(lower(document.category), '_', ' ') as detail,
                document.expires_on as due_on
            from document join case_file file on file.reference = document.case_reference
            where document.expires_on between :today::date - 182 and :today::date + 28
                and not exists (select from document_withdrawn gone where gone.document_id = document.id)
                and not exists (select from document later where later.case_reference = document.case_reference
                    and later.category = document.category and later.expires_on > document.expires_on)""";

    private final ProposalSql proposals;

    ExpiringDocuments(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return proposals.read(ActionKind.DOCUMENT_EXPIRES, SQL, only);
    }
}
