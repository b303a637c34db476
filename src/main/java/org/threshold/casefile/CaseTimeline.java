package org.threshold.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.store.TimelineStore;

/** Writes and reads the one chronological record of a case. Entries are only added. */
@Service
public class CaseTimeline implements Timeline {

    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_DETAIL = 10_000;

    private final TimelineStore entries;
    private final CurrentOfficer officer;
    private final HiddenReferences hidden;
    private final Clock clock;

    CaseTimeline(TimelineStore entries, CurrentOfficer officer, HiddenReferences hidden,
                 Clock clock) {
        this.entries = entries;
        this.officer = officer;
        this.hidden = hidden;
        this.clock = clock;
    }

    @Needs(Permission.RECORD_CONTACT)
    @Override
    @Transactional
    public void add(CaseReference reference, String kind, String headline, String detail) {
        entries.insert(reference, clock.instant(), officer.get().username(), kind,
                Texts.required(shorten(headline, LONGEST_HEADLINE), LONGEST_HEADLINE, "A headline"),
                Texts.optional(shorten(detail, LONGEST_DETAIL), LONGEST_DETAIL, "A detail"));
    }

    /**
     * One page, newest first.
     *
     * @param kind   only entries of this kind, or null for all
     * @param before only entries with a smaller id: the last id of the page before, or null for the first page
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<TimelineEntry> page(CaseReference reference, String kind, Long before, int size) {
        List<TimelineEntry> page = entries.page(reference, kind, before, size);
        UnaryOperator<String> shown = hidden.in(page.stream()
                .flatMap(entry -> Stream.of(entry.headline(), Objects.requireNonNullElse(entry.detail(), ""))).toList());
        return page.stream().map(entry -> new TimelineEntry(entry.id(), reference, entry.at(), entry.by(),
                entry.kind(), shown.apply(entry.headline()), shown.apply(entry.detail()))).toList();
    }

    private static String shorten(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
