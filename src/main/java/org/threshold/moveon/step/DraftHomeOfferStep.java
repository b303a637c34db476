package org.threshold.moveon.step;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOffer.Terms;
import org.threshold.moveon.HomeOffers;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What is offered, as whom, from when and at what rent; or that there is nothing to offer now. */
@Component
class DraftHomeOfferStep implements StepHandler {

    private final HomeOffers offers;
    private final HomeOfferFacts facts;

    DraftHomeOfferStep(HomeOffers offers, HomeOfferFacts facts) {
        this.offers = offers;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "draft-home-offer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> known = new HashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        duty(step).ifPresent(duty -> {
            beside.put("Duty", duty.title());
            HomeOffer.kinds(duty).forEach(kind -> kinds.put(kind.name(), kind.title() + " (" + kind.provision(duty) + ")"));
        });
        known.put("options", Map.of("offerKinds", kinds));
        known.put("beside", beside);
        draft(step).ifPresent(draft -> {
            beside.putAll(facts.beside(draft));
            prefill(known, draft);
        });
        return known;
    }

    private static void prefill(Map<String, Object> known, HomeOffer draft) {
        Terms terms = draft.terms();
        known.put("homeOffered", "yes");
        known.put("offerKind", draft.kind().name());
        known.put("address", terms.address());
        known.put("landlord", terms.landlord());
        known.put("landlordKind", terms.landlordKind().name());
        known.put("tenancy", terms.tenancy().name());
        known.put("rentWeekly", BigDecimal.valueOf(terms.rentWeekly(), 2));
        known.put("availableFrom", terms.availableFrom());
        known.put("lastsMonths", terms.lastsMonths());
        known.put("approvedBy", terms.approvedBy());
        known.put("approvedOn", terms.approvedOn());
        known.put("obligations", terms.obligations().name());
        known.put("obligationsWords", terms.obligationsWords());
        known.put("restrictedCase", terms.restrictedCase() ? "yes" : "no");
        known.put("noPrivateWhy", terms.noPrivateWhy());
        known.values().removeIf(java.util.Objects::isNull);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!answers.yes("homeOffered")) {
            return List.of();
        }
        Optional<DutyKind> duty = duty(step);
        if (duty.isEmpty()) {
            return List.of(new FieldError("homeOffered", "No duty runs on this case under which a home is offered. Make"
                    + " no offer now"));
        }
        return offers.problems(step.caseReference(), duty.get(), answers.code("offerKind", OfferKind.class),
                terms(answers));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<String, Object> variables = new HashMap<>();
        variables.put("homeOffered", answers.yes("homeOffered"));
        if (!answers.yes("homeOffered")) {
            draft(step).ifPresent(draft -> offers.drop(step.caseReference(), draft.id(), answers.text("noOfferWhy")));
            variables.put("offerOutcome", "WITHDRAWN_BY_LA");
            return variables;
        }
        OfferKind kind = answers.code("offerKind", OfferKind.class);
        long id = offers.draft(step.caseReference(), duty(step).orElseThrow(), kind, terms(answers));
        variables.put(HomeOfferFacts.OFFER, id);
        variables.put("offerGated", HomeOffer.gated(kind));
        variables.put("offerFinal", kind.isFinal());
        return variables;
    }

    private Optional<DutyKind> duty(StepContext step) {
        return offers.duty(step.caseReference());
    }

    private Optional<HomeOffer> draft(StepContext step) {
        return duty(step).flatMap(duty -> offers.underWay(step.caseReference(), duty));
    }

    private static Terms terms(Answers answers) {
        return new Terms(answers.text("address"), answers.text("landlord"),
                answers.code("landlordKind", HomeOffer.Landlord.class), answers.code("tenancy", HomeOffer.Tenancy.class),
                HomeOfferFacts.pence(answers.text("rentWeekly")), answers.day("availableFrom"),
                new BigDecimal(answers.text("lastsMonths")).intValue(), answers.text("approvedBy"),
                answers.day("approvedOn"), answers.code("obligations", HomeOffer.Obligations.class),
                answers.text("obligationsWords"), answers.yes("restrictedCase"), answers.text("noPrivateWhy"));
    }
}
