package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.letter.Letters;

/**
 * Why each duty of a case ended: on which ground, with what facts, by whom, who checked it, what they were told and what
 * they could do about it.
 */
@Service
public class EndedDuties {

    /**
     * @param way        the row of the table; null for an end that only imports know
     * @param ending     null where the duty ended by a notice, a referral or a decision of its own
     * @param facts      as they stood when the end was proposed
     * @param endedBy    username
     * @param told       null where no letter of ours told them
     * @param reviewUntil the last day to ask for a review; null where there is no such right or nothing was told
     * @param reviews    of this end, oldest first
     * @param setAside   whether it does not stand any more, because a review or the court set it aside
     */
    public record Ended(Duty duty, WayToEnd way, DutyEnding ending, List<EndingFact> facts, String endedBy,
                        Letters.Letter told, LocalDate reviewUntil, List<Asked> reviews, boolean setAside) {

        /** The first day of which a fact speaks, from which on letters belong to it. */
        public LocalDate since() {
            return facts.stream().map(EndingFact::on).filter(Objects::nonNull).min(Comparator.naturalOrder())
                    .orElse(duty.endedOn());
        }
    }

    /** @param appealUntil the last day for the county court; null while the review is not decided */
    public record Asked(Review review, LocalDate appealUntil) {
    }

    private final DutyStore store;
    private final Letters letters;
    private final Reviews reviews;
    private final CaseClocks clocks;
    private final EndsSetAside setAside;

    EndedDuties(DutyStore store, Letters letters, Reviews reviews, CaseClocks clocks, EndsSetAside setAside) {
        this.store = store;
        this.letters = letters;
        this.reviews = reviews;
        this.clocks = clocks;
        this.setAside = setAside;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Ended> of(CaseReference reference) {
        List<DutyEnding> endings = store.endings(reference);
        Map<Long, List<EndingFact>> facts = store.facts(reference);
        List<Review> asked = reviews.of(reference);
        Set<Long> gone = setAside.duties(reference);
        return store.of(reference).stream().filter(duty -> !duty.running())
                .sorted(Comparator.comparing(Duty::endedOn).thenComparing(Duty::id).reversed())
                .map(duty -> ended(duty, endings.stream().filter(each -> each.dutyId() == duty.id()
                        && each.status() == DutyEnding.Status.DONE).reduce((first, second) -> second).orElse(null),
                        facts, asked, gone.contains(duty.id()))).toList();
    }

    private Ended ended(Duty duty, DutyEnding ending, Map<Long, List<EndingFact>> facts, List<Review> asked,
                        boolean gone) {
        WayToEnd way = WayToEnd.of(duty.kind(), duty.endReason()).orElse(null);
        Letters.Letter told = letters.issued("duty-ended-" + duty.id()).or(() -> ending == null ? Optional.empty()
                : letters.issued("opportunity-ends-" + ending.id())).orElse(null);
        List<String> keys = Stream.of("duty-" + duty.id(), ending == null ? null : "ending-" + ending.id())
                .filter(Objects::nonNull).toList();
        boolean reviewable = told != null && way != null && way.review() != null;
        return new Ended(duty, way, ending, ending == null ? List.of() : facts.getOrDefault(ending.id(), List.of()),
                store.endedBy(duty.id()), told, reviewable ? clocks.reviewLastDay(told.issuedOn()) : null,
                asked.stream().filter(each -> each.request().subject() != null
                        && keys.contains(each.request().subject())).map(each -> new Asked(each,
                        each.notifiedOn() == null ? null : clocks.appealLastDay(each.notifiedOn()))).toList(), gone);
    }
}
