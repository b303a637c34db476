package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.Documents;
import org.threshold.document.ScanState;

/** Adding a document; and, for whoever leads, the one in which a virus was found, until it is withdrawn. */
@Component
class DocumentActions implements CaseActions {

    private final Documents documents;
    private final CaseAccess access;

    DocumentActions(Documents documents, CaseAccess access) {
        this.documents = documents;
        this.access = access;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<CaseAction> actions = new ArrayList<>();
        actions.add(new CaseAction(Group.EVERYDAY, 15, "Add a document", "/documents/new"));
        if (access.allows(Permission.VIEW_CASE_RECORD, file.reference())) {
            documents.of(file.reference()).stream().filter(each -> each.scan() == ScanState.INFECTED).limit(1)
                    .map(DocumentActions::infected).forEach(actions::add);
        }
        return actions;
    }

    private static CaseAction infected(DocumentOfCase document) {
        return new CaseAction(Group.EVENT, 1, "A virus was found in a document: find out how it came, and withdraw it",
                "/documents/" + document.id(), true);
    }
}
