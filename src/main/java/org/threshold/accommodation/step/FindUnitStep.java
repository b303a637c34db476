package org.threshold.accommodation.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.Candidate;
import org.threshold.accommodation.Matches;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Searches;
import org.threshold.accommodation.UnitNeed;
import org.threshold.accommodation.Units;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The search for a unit: in the borough first and nearest first, with the reason why a nearer one is not used (s208(1)). */
@Component
class FindUnitStep implements StepHandler {

    private static final int MOST_OFFERED = 50;
    private static final int MOST_NAMED = 5;

    private final SignUpFacts facts;
    private final Matches matches;
    private final Searches searches;
    private final Availability availability;
    private final Placements placements;
    private final Units units;

    FindUnitStep(SignUpFacts facts, Matches matches, Searches searches, Availability availability,
                 Placements placements, Units units) {
        this.facts = facts;
        this.matches = matches;
        this.searches = searches;
        this.availability = availability;
        this.placements = placements;
        this.units = units;
    }

    @Override
    public String formKey() {
        return "find-unit";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        UnitNeed need = matches.needOf(step.caseReference());
        List<Candidate> usable = matches.free(need, placement.id()).stream().filter(each -> each.refusal() == null)
                .toList();
        Map<String, String> options = new LinkedHashMap<>();
        usable.stream().limit(MOST_OFFERED)
                .forEach(each -> options.put(String.valueOf(each.unit().id()), label(each)));
        Map<String, String> beside = facts.beside(placement);
        beside.put("They need", need.people() + (need.people() == 1 ? " person, " : " people, ") + need.bedrooms()
                + (need.bedrooms() == 1 ? " bedroom" : " bedrooms") + (need.stepFree() ? ", step-free" : ""));
        beside.put("Free and usable", usable.isEmpty() ? "Nothing" : usable.size() + ", of which " + usable.stream()
                .filter(each -> !each.outside()).count() + " in the borough"
                + (usable.size() > MOST_OFFERED ? ". The first " + MOST_OFFERED + " are in the list" : ""));
        Map<String, Object> known = new HashMap<>();
        known.put("options", Map.of("units", options));
        known.put("beside", beside);
        return known;
    }

    private static String label(Candidate each) {
        List<String> parts = new ArrayList<>(List.of(each.unit().name(), each.outside()
                ? "outside, in " + each.districtName() : "in the borough",
                each.metres() == null ? "distance not known" : distance(each.metres()),
                each.unit().bedrooms() == 1 ? "1 bedroom" : each.unit().bedrooms() + " bedrooms",
                Words.pounds(each.unit().rate().total()) + " " + each.unit().rate().per().words()));
        if (each.bedAndBreakfast()) {
            parts.add("bed and breakfast");
        }
        parts.addAll(each.shortfall());
        return String.join(" · ", parts);
    }

    private static String distance(int metres) {
        return metres < 1000 ? metres + " m away" : String.format("%.1f km away", metres / 1000.0);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!"FOUND".equals(answers.text("unitSearch"))) {
            return List.of();
        }
        Placement placement = facts.placement(step);
        if (answers.text("whyNotOthers") != null) {
            return List.of();
        }
        Set<Long> explained = reasons(answers).keySet();
        List<String> missing = searches.toBeExplained(step.caseReference(), placement.id(),
                        matches.needOf(step.caseReference()), chosen(answers)).stream()
                .filter(each -> !explained.contains(each.unit().id())).map(each -> each.unit().name()).toList();
        return missing.isEmpty() ? List.of() : List.of(new FieldError("whyNotOthers", "Say why these are not used, since"
                + " they come before it in the list: " + missing.stream().limit(MOST_NAMED)
                .collect(Collectors.joining(", ")) + (missing.size() > MOST_NAMED ? " and "
                + (missing.size() - MOST_NAMED) + " more" : "")));
    }

    private static Long chosen(Answers answers) {
        return Long.valueOf(answers.text("unit"));
    }

    private static Map<Long, String> reasons(Answers answers) {
        return answers.rows("passedOver").stream()
                .filter(row -> row.text("passedUnit") != null && row.text("passedWhy") != null)
                .collect(Collectors.toMap(row -> Long.valueOf(row.text("passedUnit")), row -> row.text("passedWhy"),
                        (one, other) -> one + " " + other));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Placement placement = facts.placement(step);
        String found = answers.text("unitSearch");
        Map<String, Object> variables = new HashMap<>();
        variables.put("unitSearch", found);
        switch (found) {
            case "FOUND" -> variables.put("outsideDistrict", choose(step, placement, answers));
            case "NOTHING_FREE" -> searches.keep(step.caseReference(), placement.id(),
                    matches.needOf(step.caseReference()), null, Map.of(), answers.text("whatYouTried"));
            default -> placements.changeStatus(placement.id(), PlacementStatus.CANCELLED, answers.text("whyNotNeeded"));
        }
        return variables;
    }

    /** The search is kept as it stood before the unit was taken. */
    private boolean choose(StepContext step, Placement placement, Answers answers) {
        long unitId = chosen(answers);
        UnitNeed need = matches.needOf(step.caseReference());
        searches.keep(step.caseReference(), placement.id(), need, unitId, reasons(answers),
                answers.text("whyNotOthers"));
        availability.hold(unitId, placement.id(), need.from());
        placements.choose(placement.id(), unitId);
        return units.outside(units.get(unitId));
    }
}
