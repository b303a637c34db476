package org.threshold.accommodation.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.accommodation.Words;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** Which placement a step on the way to the keys is about, and what to read beside its form. */
@Component
class SignUpFacts {

    private final PlacementRequests requests;
    private final Units units;
    private final StepVariables variables;

    SignUpFacts(PlacementRequests requests, Units units, StepVariables variables) {
        this.requests = requests;
        this.units = units;
        this.variables = variables;
    }

    Placement placement(StepContext step) {
        return requests.of(step.caseReference(), variables.required(step, "placementId"));
    }

    /** Null while none is chosen. */
    Unit unit(Placement placement) {
        return placement.unitId() == null ? null : units.get(placement.unitId());
    }

    Map<String, String> beside(Placement placement) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Under", placement.function().words() + ", " + placement.function().provision());
        Unit unit = unit(placement);
        if (unit != null) {
            lines.put("Unit", unit.name());
            lines.put("Address", address(unit));
            lines.put("Outside the borough", units.outside(unit) ? "Yes" : "No");
            lines.put("Size", (unit.bedrooms() == 1 ? "1 bedroom" : unit.bedrooms() + " bedrooms") + ", holds "
                    + (unit.holds() == 1 ? "1 person" : unit.holds() + " people"));
            lines.put("Bed and breakfast", unit.bedAndBreakfast() ? "Yes" : "No");
            lines.put("Charge", Words.pounds(unit.rate().total()) + " " + unit.rate().per().words());
        }
        return lines;
    }

    static String address(Unit unit) {
        return unit.address() + ", " + unit.postcode();
    }
}
