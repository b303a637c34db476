package org.threshold.casefile;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.store.ContactPointStore;

/** Notices a new address, number or e-mail address in free text, which belongs where letters are addressed from. */
@Service
public class NewContacts {

    private final ContactPointStore store;

    NewContacts(ContactPointStore store) {
        this.store = store;
    }

    /**
     * What looks like one and is not on file for anybody of the household, now or before; as it was typed, each once.
     *
     * @param texts any may be null
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> in(CaseReference reference, List<String> texts) {
        List<String> found = texts.stream().flatMap(text -> ContactSpotter.find(text).stream()).distinct().toList();
        if (found.isEmpty()) {
            return found;
        }
        List<ContactPoint> points = store.points(reference);
        return found.stream().filter(piece -> !ContactSpotter.isOnFile(piece, points)).toList();
    }
}
