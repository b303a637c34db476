package org.threshold.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Account;
import org.threshold.access.Accounts;
import org.threshold.access.InvalidAccount;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Role;
import org.threshold.access.Team;

/** Administration of teams: add one, change its name, office and leader. */
@Controller
@Needs(Permission.MANAGE_PEOPLE)
@RequestMapping("/administration/teams")
class TeamController {

    private final Accounts accounts;
    private final People people;

    TeamController(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping("/new")
    String ask(Model model) {
        return form(new Team("", "", "", ""), true, Map.of(), model);
    }

    @PostMapping("/new")
    String add(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String teamName,
               @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String leader,
               Model model, RedirectAttributes redirect) {
        Team team = new Team(key.trim(), teamName.trim(), office.trim(), leader);
        try {
            accounts.addTeam(team);
        } catch (InvalidAccount invalid) {
            return form(team, true, Map.of(invalid.field(), invalid.getMessage()), model);
        }
        redirect.addFlashAttribute("confirmation", team.name() + " is added.");
        return "redirect:/administration/people";
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Model model) {
        return form(existing(key), false, Map.of(), model);
    }

    @PostMapping("/{key}")
    String change(@PathVariable String key, @RequestParam(defaultValue = "") String teamName,
                  @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String leader,
                  Model model, RedirectAttributes redirect) {
        existing(key);
        Team team = new Team(key, teamName.trim(), office.trim(), leader);
        try {
            accounts.changeTeam(team);
        } catch (InvalidAccount invalid) {
            return form(team, false, Map.of(invalid.field(), invalid.getMessage()), model);
        }
        redirect.addFlashAttribute("confirmation", team.name() + " is saved.");
        return "redirect:/administration/people";
    }

    private String form(Team team, boolean adding, Map<String, String> errors, Model model) {
        List<Officer> leaders = accounts.all().stream().filter(account -> !account.disabled()).map(Account::officer)
                .filter(officer -> officer.has(Role.TEAM_LEADER) || officer.has(Role.SERVICE_MANAGER)).toList();
        model.addAttribute("team", team);
        model.addAttribute("adding", adding);
        model.addAttribute("errors", errors);
        model.addAttribute("leaders", leaders);
        return "access/team";
    }

    private Team existing(String key) {
        return people.team(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
