package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.moveon.BarrierKind;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.MovingOn;
import org.threshold.moveon.Route;

/** Everybody to whom a settled home is owed, and everything that stands in somebody's way. */
@Controller
class MovingOnController {

    private final MovingOn movingOn;
    private final Barriers barriers;
    private final People people;
    private final Words words;
    private final Clock clock;

    MovingOnController(MovingOn movingOn, Barriers barriers, People people, Words words, Clock clock) {
        this.movingOn = movingOn;
        this.barriers = barriers;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Permission.SEE_ALL_WORK)
    @GetMapping("/moving-on")
    String households(@RequestParam(required = false) String route, Model model) {
        List<Option> choices = Stream.concat(Stream.of(new Option(MovingOn.ALL, "All"), new Option(MovingOn.NONE,
                "No route yet")), Arrays.stream(Route.values()).map(each -> new Option(each.name(), each.words()))).toList();
        Option chosen = choices.stream().filter(each -> each.name().equals(route)).findFirst().orElse(choices.get(0));
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen);
        model.addAttribute("households", movingOn.households(chosen.name()));
        return page(model, "casepage/moving-on");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/moving-on/barriers")
    String barriers(@RequestParam(required = false) String kind, Model model) {
        List<Option> choices = Stream.concat(Stream.of(new Option(MovingOn.ALL, "All")), Arrays.stream(BarrierKind.values())
                .map(each -> new Option(each.name(), each.title()))).toList();
        Option chosen = choices.stream().filter(each -> each.name().equals(kind)).findFirst().orElse(choices.get(0));
        model.addAttribute("kinds", BarrierKind.values());
        model.addAttribute("chosen", chosen);
        model.addAttribute("counts", movingOn.counts());
        model.addAttribute("barriers", movingOn.barriers(chosen.name()));
        model.addAttribute("owners", barriers);
        return page(model, "casepage/barriers");
    }

    private String page(Model model, String template) {
        model.addAttribute("teams", people.teams().stream().collect(Collectors.toMap(Team::key, Team::name)));
        model.addAttribute("most", MovingOn.MOST);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("words", words);
        return template;
    }
}
