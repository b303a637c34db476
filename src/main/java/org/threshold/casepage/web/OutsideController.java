package org.threshold.casepage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.OutsideRecord;
import org.threshold.accommodation.OutsideRecord.Factor;
import org.threshold.accommodation.OutsideRecord.SchoolFlag;
import org.threshold.accommodation.OutsideRecords;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementPolicies;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;

/** The record of a decision to place a household outside the borough, as one page that can be printed. */
@Controller
class OutsideController {

    private final CaseFrame frame;
    private final Placements placements;
    private final OutsideRecords records;
    private final PlacementPolicies policies;
    private final Units units;
    private final UnitWords unitWords;

    OutsideController(CaseFrame frame, Placements placements, OutsideRecords records, PlacementPolicies policies,
                      Units units, UnitWords unitWords) {
        this.frame = frame;
        this.placements = placements;
        this.records = records;
        this.policies = policies;
        this.units = units;
        this.unitWords = unitWords;
    }

    /** A person of the record with their facts in the order of the law. */
    public record Line(String name, OutsideRecord.ForMember member, List<Factor> factors, List<String> flags) {
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/cases/{reference}/placements/{placementId}/outside")
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        CaseFile file = frame.show(model, reference, "");
        Placement placement = of(file.reference(), placementId);
        List<OutsideRecord> all = records.of(placementId);
        model.addAttribute("placement", placement);
        model.addAttribute("unitWords", unitWords);
        model.addAttribute("record", all.isEmpty() ? null : all.get(0));
        model.addAttribute("earlier", all.stream().skip(1).toList());
        if (!all.isEmpty()) {
            whole(model, file, all.get(0));
        }
        return "casepage/outside";
    }

    private void whole(Model model, CaseFile file, OutsideRecord made) {
        model.addAttribute("unit", units.get(made.unitId()));
        model.addAttribute("search", records.evidence(made).orElse(null));
        model.addAttribute("allocation", policies.version(made.allocation()).orElse(null));
        model.addAttribute("procurement", policies.version(made.procurement()).orElse(null));
        Map<Long, String> names = file.household().stream()
                .collect(Collectors.toMap(HouseholdMember::id, member -> member.person().name()));
        model.addAttribute("people", made.members().stream().map(member -> new Line(
                names.getOrDefault(member.memberId(), "Somebody who is on another case now"), member,
                Arrays.asList(Factor.values()), member.flags().stream().sorted().map(SchoolFlag::words).toList()))
                .toList());
    }

    private Placement of(CaseReference reference, long placementId) {
        return placements.of(reference).stream().filter(each -> each.id() == placementId).findFirst()
                .orElseThrow(NoSuchElementException::new);
    }
}
