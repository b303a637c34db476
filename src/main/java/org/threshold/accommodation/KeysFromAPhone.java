package org.threshold.accommodation;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/**
 * Asks for keys and answers from anywhere, without a step: where a step waits for it, that moves on in the same commit.
 */
@Service
@Transactional
public class KeysFromAPhone {

    private static final String ASKED = "threshold.keys.askedFor";
    private static final String ANSWERED = "threshold.keys.answered";
    private static final String PLACEMENT = "placementId";

    private final KeysReleases releases;
    private final CaseProcesses processes;

    KeysFromAPhone(KeysReleases releases, CaseProcesses processes) {
        this.releases = releases;
        this.processes = processes;
    }

    /** Nobody has to be at the desk to ask: a household must not be left without a roof because nobody could be there. */
    @Needs(Permission.WORK_CASES)
    public KeysRelease ask(CaseReference reference, long placementId, NewRelease asked) {
        KeysRelease waiting = releases.ask(reference, placementId, asked);
        processes.tellAbout(reference, ASKED, PLACEMENT, placementId, Map.of("officerGives", waiting.officerGives()));
        return waiting;
    }

    @Needs(Permission.RELEASE_KEYS)
    public void release(CaseReference reference, long placementId, String wordsOrNull) {
        answered(releases.release(reference, placementId, wordsOrNull));
    }

    @Needs(Permission.RELEASE_KEYS)
    public void sendBack(CaseReference reference, long placementId, String why) {
        answered(releases.sendBack(reference, placementId, why));
    }

    @Needs(Permission.WORK_CASES)
    public void takeBack(CaseReference reference, long placementId) {
        answered(releases.takeBack(reference, placementId));
    }

    private void answered(KeysRelease release) {
        processes.tellAbout(release.caseReference(), ANSWERED, PLACEMENT, release.placementId(),
                Map.of("keysReleased", release.released(), "officerGives", release.officerGives()));
    }
}
