package org.threshold.moveon;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.SupportNeed;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.Triages;
import org.threshold.moveon.store.RouteWorkStore;

/**
 * Whether going back home may be offered at all. Where abuse or violence stands anywhere on the case it may not: a home in
 * which it is probable that it leads to violence or abuse is none that it is reasonable to go on living in (Housing Act
 * 1996 s177(1)).
 */
@Component
class ReturnHomeSafety {

    private static final Set<SupportNeed> OF_ABUSE = EnumSet.of(SupportNeed.DOMESTIC_ABUSE, SupportNeed.NON_DOMESTIC_ABUSE,
            SupportNeed.SEXUAL_ABUSE, SupportNeed.MODERN_SLAVERY);
    private static final Set<String> LOST_TO_VIOLENCE = Set.of("DA_VICTIM", "OTHER_VIOLENCE_HARASSMENT");
    private static final String NEVER = " Going back home is not offered (section 177).";

    private final CaseDetails cases;
    private final Triages triages;
    private final Assessments assessments;
    private final RestrictedCases restricted;
    private final RouteWorkStore store;

    ReturnHomeSafety(CaseDetails cases, Triages triages, Assessments assessments, RestrictedCases restricted,
                     RouteWorkStore store) {
        this.cases = cases;
        this.triages = triages;
        this.assessments = assessments;
        this.restricted = restricted;
        this.store = store;
    }

    /** Why they are not sent back, in words to the officer; empty where nothing on the case speaks against asking. */
    Optional<String> refusal(CaseReference reference) {
        if (flagged(reference)) {
            return Optional.of("Abuse or violence, or the risk of it, is on record." + NEVER);
        }
        return store.latestReturn(reference).filter(found -> !found.safe())
                .map(found -> "It was found on this case that going back is not safe." + NEVER);
    }

    private boolean flagged(CaseReference reference) {
        CaseFile file = cases.of(reference);
        return file.flags().contains(CaseFlag.RISK_FROM_OTHERS) || file.needs().stream().anyMatch(OF_ABUSE::contains)
                || triages.latest(reference).filter(told -> told.domesticAbuse() || told.hateCrime()).isPresent()
                || restricted.of(reference).filter(each -> each.kind() == RestrictionKind.DOMESTIC_ABUSE).isPresent()
                || assessments.latest(reference).filter(ReturnHomeSafety::tellsOfAbuse).isPresent();
    }

    private static boolean tellsOfAbuse(Assessment made) {
        List<String> needs = made.supportNeeds() == null ? List.of() : made.supportNeeds();
        return LOST_TO_VIOLENCE.contains(String.valueOf(made.reasonForLoss()))
                || needs.stream().anyMatch(need -> OF_ABUSE.stream().anyMatch(abuse -> abuse.name().equals(need)));
    }
}
