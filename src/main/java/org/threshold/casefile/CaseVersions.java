package org.threshold.casefile;

import org.springframework.stereotype.Component;
import org.threshold.casefile.store.CaseFileStore;

/** Notices two officers who change the same case at once: the later one looks at what the earlier one did. */
@Component
class CaseVersions {

    private final CaseFileStore files;

    CaseVersions(CaseFileStore files) {
        this.files = files;
    }

    /**
     * @param version the {@link CaseFile#version()} that the officer saw
     * @throws CaseChanged when somebody changed the case since
     * @throws UnknownCase when there is no such case
     */
    void advance(CaseReference reference, int version) {
        if (files.advanceVersion(reference, version)) {
            return;
        }
        if (files.summary(reference).isEmpty()) {
            throw new UnknownCase(reference.value());
        }
        throw new CaseChanged("Someone else changed this case while you were typing. Nothing of yours was saved:"
                + " look at what they changed, then save again");
    }
}
