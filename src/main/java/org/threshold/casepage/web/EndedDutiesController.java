package org.threshold.casepage.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.EndedDuties;
import org.threshold.homelessness.EndedDuties.Ended;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterDispatches.Sent;
import org.threshold.letter.Letters;
import org.threshold.letter.Letters.Letter;

/** Why each duty of a case ended: ground, facts, who, who checked, what was sent, and what the household could do. */
@Controller
@Needs(Permission.VIEW_CASES)
class EndedDutiesController {

    /**
     * @param letters those from the first of its facts to its own letter, oldest first
     * @param sent    how they left the house, by the letter's id
     */
    record Shown(Ended ended, List<Letter> letters, Map<Long, List<Sent>> sent) {
    }

    private final CaseFrame frame;
    private final EndedDuties duties;
    private final Letters letters;
    private final LetterDispatches dispatches;

    EndedDutiesController(CaseFrame frame, EndedDuties duties, Letters letters, LetterDispatches dispatches) {
        this.frame = frame;
        this.duties = duties;
        this.letters = letters;
        this.dispatches = dispatches;
    }

    @GetMapping("/cases/{reference}/duties/ended")
    String ended(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "duties").reference();
        List<Letter> issued = letters.of(of);
        Map<Long, List<Sent>> sent = dispatches.of(of);
        model.addAttribute("ended", duties.of(of).stream().map(each -> new Shown(each, about(each, issued), sent))
                .toList());
        return "casepage/ended-duties";
    }

    private static List<Letter> about(Ended ended, List<Letter> letters) {
        return letters.stream().filter(each -> ended.told() != null && each.id() == ended.told().id()
                || !each.issuedOn().isBefore(ended.since()) && !each.issuedOn().isAfter(ended.duty().endedOn()))
                .sorted(Comparator.comparing(Letter::id)).toList();
    }
}
