package org.threshold.charge.claim;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.charge.claim.store.WaitingStore;

/** Claims that are not settled, by what they wait for. */
@Service
public class WaitingClaims {

    public static final int MOST = 100;

    private final WaitingStore store;

    WaitingClaims(WaitingStore store) {
        this.store = store;
    }

    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Map<WaitingClaim.For, Integer> counts() {
        return store.counts();
    }

    /** Those that wait longest first, {@link #MOST} at most. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public List<WaitingClaim> list(WaitingClaim.For what) {
        return store.list(what, MOST);
    }
}
