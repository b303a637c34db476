package org.threshold.document;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.document.VirusScan.Verdict;
import org.threshold.document.store.DocumentWriter;
import org.threshold.document.store.DocumentWriter.Unscanned;

/**
 * Scans what could not be scanned when it came: because the scanner did not answer, or because the council had none
 * then.
 */
@Component
class ScanRound {

    private static final Logger LOG = LoggerFactory.getLogger(ScanRound.class);
    private static final int AT_ONCE = 50;
    /** One file may be more than the scanner takes; several in a row mean that it is not there. */
    private static final int MOST_MISSED = 3;

    private final VirusScan scan;
    private final DocumentWriter store;
    private final DocumentKeeping keeping;
    private final CurrentOfficer officer;

    ScanRound(VirusScan scan, DocumentWriter store, DocumentKeeping keeping, CurrentOfficer officer) {
        this.scan = scan;
        this.store = store;
        this.keeping = keeping;
        this.officer = officer;
    }

    @Scheduled(initialDelayString = "${threshold.documents.round:PT1M}",
            fixedDelayString = "${threshold.documents.round:PT1M}")
    void go() {
        if (!scan.isSet()) {
            return;
        }
        try {
            officer.asService(this::scanAll);
        } catch (DataAccessException busy) {
            LOG.warn("Documents could not be scanned: {}", busy.getClass().getSimpleName());
        }
    }

    /** @return how many got their answer */
    int scanAll() {
        int scanned = 0;
        int missed = 0;
        long last = 0;
        for (List<Unscanned> some = store.unscanned(last, AT_ONCE); !some.isEmpty();
                some = store.unscanned(last, AT_ONCE)) {
            for (Unscanned each : some) {
                Verdict verdict = scan.scan(store.content(each.id()));
                last = each.id();
                if (verdict.state() != ScanState.WAITING) {
                    keeping.said(each.reference(), each.id(), verdict);
                    scanned++;
                    missed = 0;
                } else if (++missed == MOST_MISSED) {
                    return scanned;
                }
            }
        }
        return scanned;
    }
}
