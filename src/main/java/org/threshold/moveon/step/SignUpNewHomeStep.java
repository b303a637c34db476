package org.threshold.moveon.step;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.NewHome;
import org.threshold.moveon.NewHomes;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** The tenancy of the home that was accepted. */
@Component
class SignUpNewHomeStep implements StepHandler {

    private final NewHomes homes;
    private final HomeOffers offers;
    private final Household household;
    private final StepVariables variables;
    private final Clock clock;

    SignUpNewHomeStep(NewHomes homes, HomeOffers offers, Household household, StepVariables variables, Clock clock) {
        this.homes = homes;
        this.offers = offers;
        this.household = household;
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "sign-up-new-home";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("options", Map.of("household", people(step)));
        offers.find(step.caseReference(), variables.required(step, "offerId")).map(HomeOffer::terms)
                .ifPresent(terms -> propose(facts, terms));
        return facts;
    }

    private static void propose(Map<String, Object> facts, HomeOffer.Terms terms) {
        facts.put("address", terms.address());
        facts.put("landlordName", terms.landlord());
        facts.put("homeRent", BigDecimal.valueOf(terms.rentWeekly(), 2));
        letBy(terms.landlordKind()).ifPresent(letBy -> facts.put("letBy", letBy.name()));
    }

    /** The offer does not tell a supported provider from family. */
    private static Optional<NewHome.LetBy> letBy(HomeOffer.Landlord landlord) {
        return switch (landlord) {
            case COUNCIL -> Optional.of(NewHome.LetBy.COUNCIL);
            case HOUSING_ASSOCIATION -> Optional.of(NewHome.LetBy.REGISTERED_PROVIDER);
            case PRIVATE -> Optional.of(NewHome.LetBy.PRIVATE);
            case OTHER -> Optional.empty();
        };
    }

    private Map<String, String> people(StepContext step) {
        return household.of(step.caseReference()).stream().filter(HouseholdMember::present).collect(Collectors.toMap(
                member -> String.valueOf(member.id()), member -> member.person().name(), (one, other) -> one,
                LinkedHashMap::new));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return new Days(new Answers(values), LocalDate.now(clock)).past("signedOn").wrong();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        NewHome.LetBy letBy = answers.code("letBy", NewHome.LetBy.class);
        Map<String, String> people = people(step);
        homes.signUp(step.caseReference(), new NewHome(variables.required(step, "offerId"), answers.text("address"),
                answers.text("landlordName"), letBy, answers.day("signedOn"), answers.day("keysOn"),
                Pence.of(answers, "homeRent"), answers.codes("whoMoves").stream().map(people::get)
                .collect(Collectors.joining(", "))));
        return Map.of("socialLetting", letBy.social());
    }
}
