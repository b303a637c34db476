package org.threshold.homelessness.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.OfferMade;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;

/** What the forms on which a duty is brought to its end have in common. */
final class EndingForms {

    private static final String OFFER = "offer";
    private static final Set<OfferMade.Answer> ANSWERED = EnumSet.of(OfferMade.Answer.ACCEPTED,
            OfferMade.Answer.REFUSED);

    private EndingForms() {
    }

    /** Why the second officer sent the last proposed end back, where that is how it stands. */
    static void tellWhyReturned(DutyEndings endings, CaseReference reference, DutyKind kind, Beside beside) {
        endings.latest(reference, kind).filter(last -> last.status() == DutyEnding.Status.RETURNED)
                .ifPresent(last -> beside.line("Not authorised, because", last.comments()));
    }

    /** What was ticked, marked as such; where an offer on record was chosen, that is the evidence and nothing is. */
    static List<String> evidence(Answers answers) {
        if (id(answers, OFFER) != null) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>(answers.codes("offerSteps"));
        evidence.add(DutyEnding.ON_TICKS);
        return evidence;
    }

    /**
     * The end of the main duty or of accommodation after a notice: on the offer that was chosen, or on the ticks of the
     * earlier model's form, which could choose none.
     */
    static DutyEnding.Facts ending(Answers answers, EndReason ground, LocalDate on, String reasons, String address) {
        return new DutyEnding.Facts(ground, on, reasons, null, null, null, address, evidence(answers),
                id(answers, OFFER), null, List.of());
    }

    /** The offers of a settled home that they accepted or refused under the duty, as choices, newest first. */
    static Map<String, Object> answered(EndsProposed ends, CaseReference reference, DutyKind kind) {
        return Map.of("offers", choices(ends, reference, kind, each -> ANSWERED.contains(each.answer())));
    }

    /** The id that was chosen from a list, or null. */
    static Long id(Answers answers, String key) {
        return answers.text(key) == null ? null : (Long) Long.parseLong(answers.text(key));
    }

    /** The offers of a settled home that were refused under the duty, as choices, newest first. */
    static Map<String, String> refused(EndsProposed ends, CaseReference reference, DutyKind kind) {
        return choices(ends, reference, kind, each -> each.answer() == OfferMade.Answer.REFUSED);
    }

    private static Map<String, String> choices(EndsProposed ends, CaseReference reference, DutyKind kind,
                                               Predicate<OfferMade> which) {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(EndReason.values()).flatMap(ground -> ends.offers(reference, kind, ground).stream())
                .filter(which).distinct().sorted(Comparator.comparing(OfferMade::id).reversed()).forEach(each -> choices.put(String.valueOf(each.id()), words(each)));
        return choices;
    }

    static String words(OfferMade offer) {
        return offer.kind().title() + ": " + offer.address() + (offer.answeredOn() == null ? ""
                : ", " + (offer.answer() == OfferMade.Answer.ACCEPTED ? "accepted" : "refused") + " on "
                + Words.day(offer.answeredOn()));
    }

    static void checkWithdrawal(Answers answers, List<FieldError> errors) {
        if (Boolean.FALSE.equals(answers.yesNo("withdrawalConfirmed"))) {
            errors.add(new FieldError("withdrawalConfirmed", "Confirm the withdrawal with the applicant first"));
        }
    }
}
