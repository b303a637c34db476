package org.threshold.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Candidate;
import org.threshold.accommodation.Matches;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Searches;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitNeed;
import org.threshold.casefile.CaseFile;

/** Which free units suit the household of a case, nearest first; the choice is made in the step. */
@Controller
@Needs(Permission.VIEW_CASES)
class MatchController {

    private static final int MOST = 100;
    private static final int LONGEST_WORDS = 200;

    private final CaseFrame frame;
    private final Placements placements;
    private final Matches matches;
    private final Searches searches;
    private final UnitWords words;

    MatchController(CaseFrame frame, Placements placements, Matches matches, Searches searches, UnitWords words) {
        this.frame = frame;
        this.placements = placements;
        this.matches = matches;
        this.searches = searches;
        this.words = words;
    }

    @GetMapping("/cases/{reference}/placements/{placementId}/match")
    String match(@PathVariable String reference, @PathVariable long placementId,
                 @RequestParam Map<String, String> asked, Model model) {
        CaseFile file = frame.show(model, reference, "");
        Placement placement = placements.get(placementId);
        if (!placement.caseReference().equals(file.reference())) {
            throw new NoSuchElementException("There is no placement " + placementId);
        }
        UnitNeed recorded = matches.needOf(file.reference());
        UnitNeed need = filtered(recorded, asked);
        List<Candidate> found = matches.free(need, placementId);
        model.addAttribute("placement", placement);
        model.addAttribute("need", need);
        model.addAttribute("recorded", recorded);
        model.addAttribute("candidates", found.stream().limit(MOST).toList());
        model.addAttribute("count", found.size());
        model.addAttribute("inside", found.stream().filter(each -> !each.outside()).count());
        model.addAttribute("fitting", found.stream().filter(Candidate::fits).count());
        model.addAttribute("searches", searches.of(file.reference(), placementId));
        model.addAttribute("unitWords", words);
        return "casepage/match";
    }

    private static UnitNeed filtered(UnitNeed need, Map<String, String> asked) {
        String bedrooms = asked.getOrDefault("bedrooms", "");
        String adaptations = asked.getOrDefault("adaptations", "").replace("\u0000", "").strip();
        boolean known = bedrooms.matches("[0-9]{1,2}") && Integer.parseInt(bedrooms) <= UnitDetails.MOST_BEDROOMS;
        return need.with(known ? Math.max(1, Integer.parseInt(bedrooms)) : need.bedrooms(),
                asked.containsKey("filtered") ? asked.containsKey("stepFree") : need.stepFree(),
                adaptations.isEmpty() ? null : adaptations.substring(0, Math.min(LONGEST_WORDS, adaptations.length())));
    }
}
