package org.threshold.access.web;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.InvalidAccount;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Role;
import org.threshold.access.Sessions;
import org.threshold.access.SignInSettings;

/** Administration of people: list, add, change, disable, new password. */
@Controller
@Needs(Permission.MANAGE_PEOPLE)
@RequestMapping("/administration/people")
class PeopleController {

    /** What was typed, as it was typed. */
    public record Typed(String username, String name, Set<String> roles, Set<String> teams,
                        boolean worksForAuthority, String email) {
    }

    private static final Typed NOTHING = new Typed("", "", Set.of(), Set.of(), true, "");

    private final Accounts accounts;
    private final People people;
    private final Sessions sessions;
    private final SignInSettings settings;

    PeopleController(Accounts accounts, People people, Sessions sessions, SignInSettings settings) {
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.settings = settings;
    }

    @GetMapping
    String list(Model model) {
        return list(Map.of(), model);
    }

    @GetMapping("/new")
    String ask(Model model) {
        accounts.all();
        return form(NOTHING, true, Map.of(), model);
    }

    @PostMapping("/new")
    String add(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String name,
               @RequestParam(defaultValue = "") List<String> roles, @RequestParam(defaultValue = "") List<String> teams,
               @RequestParam(defaultValue = "no") String worksForAuthority,
               @RequestParam(defaultValue = "") String email, Model model, RedirectAttributes redirect) {
        Typed typed = typed(username, name, roles, teams, worksForAuthority, email);
        try {
            tellPassword(redirect, name, accounts.add(details(typed)));
        } catch (InvalidAccount invalid) {
            return form(typed, true, Map.of(invalid.field(), invalid.getMessage()), model);
        }
        return "redirect:/administration/people";
    }

    @GetMapping("/{username}")
    String show(@PathVariable String username, Model model) {
        Account account = existing(username);
        Typed typed = new Typed(username, account.officer().name(), names(account.officer().roles()),
                account.officer().teams(), account.officer().worksForAuthority(),
                account.email() == null ? "" : account.email());
        return form(typed, false, Map.of(), model);
    }

    @PostMapping("/{username}")
    String change(@PathVariable String username, @RequestParam(defaultValue = "") String name,
                  @RequestParam(defaultValue = "") List<String> roles,
                  @RequestParam(defaultValue = "") List<String> teams,
                  @RequestParam(defaultValue = "no") String worksForAuthority,
                  @RequestParam(defaultValue = "") String email, Model model, RedirectAttributes redirect) {
        Account account = existing(username);
        Typed typed = typed(username, name, roles, teams, worksForAuthority, email);
        try {
            accounts.change(details(typed));
        } catch (InvalidAccount invalid) {
            return form(typed, false, Map.of(invalid.field(), invalid.getMessage()), model);
        }
        redirect.addFlashAttribute("confirmation", (account.isProvided() ? account.officer().name() : name.trim())
                + " is saved.");
        return "redirect:/administration/people";
    }

    @GetMapping("/new-program")
    String askProgram(Model model) {
        requireTokens();
        return program(NOTHING, "", Map.of(), model);
    }

    @PostMapping("/new-program")
    String addProgram(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String name,
                      @RequestParam(defaultValue = "") String subject,
                      @RequestParam(defaultValue = "") List<String> roles,
                      @RequestParam(defaultValue = "") List<String> teams, Model model, RedirectAttributes redirect) {
        requireTokens();
        Typed typed = typed(username, name, roles, teams, "no", "");
        try {
            accounts.addProgram(details(typed), subject);
        } catch (InvalidAccount invalid) {
            return program(typed, subject, Map.of(invalid.field(), invalid.getMessage()), model);
        }
        redirect.addFlashAttribute("confirmation", name.trim() + " is added.");
        return "redirect:/administration/people";
    }

    @PostMapping("/{username}/provide")
    String provide(@PathVariable String username, Model model, RedirectAttributes redirect) {
        String name = existing(username).officer().name();
        return tried(() -> {
            accounts.provide(username);
            redirect.addFlashAttribute("confirmation", name
                    + " uses the council’s sign-in from now on.");
            return "redirect:/administration/people";
        }, model);
    }

    @PostMapping("/{username}/sessions/end")
    String endSessions(@PathVariable String username, RedirectAttributes redirect) {
        String name = existing(username).officer().name();
        int ended = sessions.endAllOf(username);
        redirect.addFlashAttribute("confirmation", ended == 0 ? name + " was not signed in anywhere."
                : name + " is signed out everywhere.");
        return "redirect:/administration/people/" + username;
    }

    @PostMapping("/{username}/disable")
    String disable(@PathVariable String username, Model model, RedirectAttributes redirect) {
        String name = existing(username).officer().name();
        return tried(() -> {
            accounts.disable(username);
            redirect.addFlashAttribute("confirmation", name + " can no longer sign in.");
            return "redirect:/administration/people";
        }, model);
    }

    @PostMapping("/{username}/enable")
    String enable(@PathVariable String username, RedirectAttributes redirect) {
        String name = existing(username).officer().name();
        accounts.enable(username);
        redirect.addFlashAttribute("confirmation", name + " can sign in again.");
        return "redirect:/administration/people";
    }

    @PostMapping("/{username}/password")
    String reset(@PathVariable String username, Model model, RedirectAttributes redirect) {
        String name = existing(username).officer().name();
        return tried(() -> {
            tellPassword(redirect, name, accounts.resetPassword(username));
            return "redirect:/administration/people";
        }, model);
    }

    private String tried(Supplier<String> work, Model model) {
        try {
            return work.get();
        } catch (InvalidAccount invalid) {
            return list(Map.of("people", invalid.getMessage()), model);
        }
    }

    private String list(Map<String, String> errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("teams", people.teams());
        model.addAttribute("people", people);
        model.addAttribute("local", settings.local());
        model.addAttribute("provider", settings.oidc().isOn() ? settings.oidc().name() : null);
        model.addAttribute("tokens", settings.api().isOn());
        return "access/people";
    }

    private String form(Typed typed, boolean adding, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("adding", adding);
        model.addAttribute("errors", errors);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("allTeams", people.teams());
        model.addAttribute("provider", settings.oidc().isOn() ? settings.oidc().name() : null);
        Account account = adding ? null : existing(typed.username());
        boolean provided = account != null && account.isProvided();
        model.addAttribute("account", account);
        model.addAttribute("rolesFixed", provided);
        model.addAttribute("teamsFixed", provided && settings.oidc().mapsTeams());
        model.addAttribute("authorityFixed", provided && settings.oidc().mapsAuthority());
        model.addAttribute("sessions", adding ? List.of() : MySessionsController.lines(
                sessions.of(typed.username()), null));
        return "access/person";
    }

    private String program(Typed typed, String subject, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("subject", subject);
        model.addAttribute("errors", errors);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("allTeams", people.teams());
        model.addAttribute("scope", settings.api().scope());
        return "access/program";
    }

    /** Where tokens are not taken there is no such page. */
    private void requireTokens() {
        if (!settings.api().isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Account existing(String username) {
        return accounts.find(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void tellPassword(RedirectAttributes redirect, String name, String password) {
        redirect.addFlashAttribute("passwordFor", name);
        redirect.addFlashAttribute("temporaryPassword", password);
    }

    private static Typed typed(String username, String name, List<String> roles, List<String> teams,
                               String worksForAuthority, String email) {
        return new Typed(username.trim(), name.trim(), new HashSet<>(roles), new HashSet<>(teams),
                worksForAuthority.equals("yes"), email.trim());
    }

    private static AccountDetails details(Typed typed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : typed.roles()) {
            try {
                roles.add(Role.valueOf(role));
            } catch (IllegalArgumentException unknown) {
                throw new InvalidAccount("roles", "Select roles from the list");
            }
        }
        return new AccountDetails(typed.username(), typed.name(), roles, typed.teams(), typed.worksForAuthority(),
                typed.email());
    }

    private static Set<String> names(Set<Role> roles) {
        Set<String> names = new HashSet<>();
        roles.forEach(role -> names.add(role.name()));
        return names;
    }
}
