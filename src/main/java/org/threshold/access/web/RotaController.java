package org.threshold.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;

/** The rota of the next two weeks: one's own, and for a leader the team's. */
@Controller
@Needs(Permission.PLAN_OWN_PRESENCE)
class RotaController {

    private static final int DAYS = 14;
    private static final String NOT_PLANNED = "";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    /** One day of one person; {@code value} is an office, "remote", or empty when not planned. */
    public record Cell(LocalDate day, String label, String value) {
    }

    /** One person's days. */
    public record Line(String username, String name, List<Cell> cells) {
    }

    private final Presence presence;
    private final People people;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final Clock clock;

    RotaController(Presence presence, People people, CurrentOfficer current, Permissions permissions, Clock clock) {
        this.presence = presence;
        this.people = people;
        this.current = current;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping("/presence/rota")
    String own(Model model) {
        return page(current.get(), model);
    }

    @GetMapping("/presence/rota/{username}")
    String of(@PathVariable String username, Model model) {
        return page(plannable(username), model);
    }

    @PostMapping("/presence/rota/{username}")
    String save(@PathVariable String username, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        Officer person = plannable(username);
        Map<LocalDate, String> planned = new TreeMap<>();
        Set<LocalDate> cleared = new TreeSet<>();
        for (Cell before : line(person).cells()) {
            String wanted = typed.getOrDefault("day-" + before.day(), before.value());
            if (wanted.equals(before.value())) {
                continue;
            }
            if (wanted.equals(NOT_PLANNED)) {
                cleared.add(before.day());
            } else {
                planned.put(before.day(), place(wanted));
            }
        }
        presence.change(username, planned, cleared);
        redirect.addFlashAttribute("confirmation", "The rota of " + person.name() + " is saved.");
        return "redirect:/presence/rota" + (person.equals(current.get()) ? "" : "/" + username);
    }

    private String place(String wanted) {
        if (wanted.equals(PresenceController.REMOTE)) {
            return null;
        }
        if (!presence.offices().contains(wanted)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Select a place from the list");
        }
        return wanted;
    }

    private String page(Officer person, Model model) {
        model.addAttribute("person", line(person));
        model.addAttribute("own", person.equals(current.get()));
        model.addAttribute("offices", presence.offices());
        model.addAttribute("team", permissions.allows(current.get(), Permission.PLAN_TEAM_PRESENCE)
                ? lines(teamMates()) : List.of());
        return "access/rota";
    }

    private Officer plannable(String username) {
        Officer me = current.get();
        if (me.username().equals(username)) {
            return me;
        }
        permissions.require(Permission.PLAN_TEAM_PRESENCE);
        return teamMates().stream().filter(mate -> mate.username().equals(username)).findFirst().orElseThrow(
                () -> new NotPermitted("You cannot plan where this person works. They are not in your team."));
    }

    private List<Officer> teamMates() {
        Officer me = current.get();
        return me.teams().stream().flatMap(team -> people.membersOf(team).stream()).distinct()
                .sorted(Comparator.comparing(Officer::name)).toList();
    }

    private Line line(Officer person) {
        return lines(List.of(person)).get(0);
    }

    private List<Line> lines(List<Officer> persons) {
        LocalDate first = LocalDate.now(clock);
        Map<String, String> planned = new HashMap<>();
        for (PlaceOfWork plan : presence.plans(persons.stream().map(Officer::username).toList(), first,
                first.plusDays(DAYS - 1))) {
            planned.put(plan.username() + plan.day(), plan.isRemote() ? PresenceController.REMOTE : plan.office());
        }
        List<Line> lines = new ArrayList<>();
        for (Officer person : persons) {
            List<Cell> cells = Stream.iterate(first, day -> day.plusDays(1)).limit(DAYS)
                    .map(day -> new Cell(day, day.format(DAY),
                            planned.getOrDefault(person.username() + day, NOT_PLANNED))).toList();
            lines.add(new Line(person.username(), person.name(), cells));
        }
        return lines;
    }
}
