package org.threshold.hclic.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.hclic.Returns;

/** What the return misses, by team and by officer, with a link to each case. */
@Controller
@Needs(Permission.VIEW_CASES)
class OutstandingController {

    private static final int PAGE = 50;

    private final Returns returns;
    private final People people;

    OutstandingController(Returns returns, People people) {
        this.returns = returns;
        this.people = people;
    }

    /** Counts with the words and the link of their line. */
    public record CountView(String name, String href, Returns.Count count) {
    }

    /** @param first what is wrong first, in the officer's words */
    public record LineView(String reference, String applicant, String officer, String team, int errors, int warnings,
                           String first) {
    }

    /**
     * @param officer a username, 'nobody', or empty for everybody
     * @param page    from 1; anything else is the first page
     */
    @GetMapping("/h-clic")
    String list(@RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String officer,
                @RequestParam(defaultValue = "1") String page, Model model) {
        String holder = officer.isEmpty() ? null : officer.equals("nobody") ? "" : officer;
        Returns.Outstanding found = returns.outstanding(team.isEmpty() ? null : team, holder);
        int pages = Math.max(1, (found.lines().size() + PAGE - 1) / PAGE);
        int shown = page.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(page), pages) : 1;
        List<Returns.Line> lines = found.lines().subList((shown - 1) * PAGE,
                Math.min(shown * PAGE, found.lines().size()));
        Map<String, String> names = names(found);
        model.addAttribute("found", found);
        model.addAttribute("lines", lines.stream().map(line -> view(line, names)).toList());
        model.addAttribute("officers", found.officers().stream().map(count -> new CountView(
                count.who() == null ? "Nobody" : names.get(count.who()),
                address(team, count.who() == null ? "nobody" : count.who(), 1), count)).toList());
        model.addAttribute("teams", found.teams().stream().map(count -> new CountView(
                names.get("team " + count.who()), address(count.who(), "", 1), count)).toList());
        model.addAttribute("filtered", !team.isEmpty() || !officer.isEmpty());
        model.addAttribute("who", officer.isEmpty() ? team.isEmpty() ? null : names.getOrDefault("team " + team, team)
                : officer.equals("nobody") ? "Nobody" : people.nameOf(officer));
        model.addAttribute("previous", shown > 1 ? address(team, officer, shown - 1) : null);
        model.addAttribute("next", shown < pages ? address(team, officer, shown + 1) : null);
        return "hclic/outstanding";
    }

    /** The names of the officers and teams that are counted: as many questions as there are of them. */
    private Map<String, String> names(Returns.Outstanding found) {
        Map<String, String> names = new LinkedHashMap<>();
        people.teams().forEach(team -> names.put("team " + team.key(), team.name()));
        found.officers().stream().filter(count -> count.who() != null)
                .forEach(count -> names.put(count.who(), people.nameOf(count.who())));
        found.teams().forEach(count -> names.putIfAbsent("team " + count.who(),
                people.team(count.who()).map(Team::name).orElse(count.who())));
        return names;
    }

    private static LineView view(Returns.Line line, Map<String, String> names) {
        String officer = line.facts().standing().officer();
        return new LineView(line.facts().reference().value(), line.facts().standing().applicant(),
                officer == null ? "Nobody" : names.getOrDefault(officer, officer),
                names.get("team " + line.facts().standing().team()), line.errors(), line.warnings(),
                line.gaps().get(0).sentence());
    }

    private static String address(String team, String officer, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/h-clic");
        if (!team.isEmpty()) {
            address.queryParam("team", team);
        }
        if (!officer.isEmpty()) {
            address.queryParam("officer", officer);
        }
        return (page > 1 ? address.queryParam("page", page) : address).encode().build().toUriString();
    }
}
