package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.quality.AuditDraws;
import org.threshold.quality.AuditResults;
import org.threshold.quality.QualitySettings;

/** Quality audits of a team: this month's sample, drawn here, and what the audits of a year found, in numbers. */
@Controller
@RequestMapping("/quality-audits")
@Needs(Permission.DRAW_AUDITS)
class QualityAuditsController {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final String TEAM = "team";
    private static final String AUDITOR = "auditor";

    private final AuditDraws draws;
    private final AuditResults results;
    private final QualitySettings settings;
    private final CurrentOfficer officer;
    private final Words words;
    private final Clock clock;

    QualityAuditsController(AuditDraws draws, AuditResults results, QualitySettings settings, CurrentOfficer officer,
                            Words words, Clock clock) {
        this.draws = draws;
        this.results = results;
        this.settings = settings;
        this.officer = officer;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String team, Model model) {
        return page(model, TypedForm.empty().with(TEAM, team).with(AUDITOR, officer.get().username()));
    }

    @PostMapping
    String draw(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, TEAM, AUDITOR);
        if (form.text(AUDITOR).isEmpty()) {
            form.wrong(AUDITOR, "Select who audits");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> redirect.addFlashAttribute("confirmation",
                    said(draws.draw(form.text(TEAM), form.text(AUDITOR)))));
        }
        if (form.isWrong()) {
            return page(model, form);
        }
        redirect.addAttribute(TEAM, form.text(TEAM));
        return "redirect:/quality-audits";
    }

    private static String said(int drawn) {
        return drawn == 1 ? "1 case is drawn." : drawn + " cases are drawn.";
    }

    /** Of the team that was asked for, or of the officer's first. */
    private String page(Model model, TypedForm form) {
        List<Team> teams = draws.teams();
        Team team = teams.stream().filter(each -> each.key().equals(form.text(TEAM))).findFirst()
                .orElse(teams.isEmpty() ? null : teams.get(0));
        model.addAttribute("form", form);
        model.addAttribute("teams", teams);
        model.addAttribute("team", team);
        model.addAttribute("month", MONTH.format(LocalDate.now(clock)));
        model.addAttribute("settings", settings);
        model.addAttribute("words", words);
        if (team != null) {
            model.addAttribute("sample", draws.thisMonth(team.key()).orElse(null));
            model.addAttribute("auditors", draws.auditors(team.key()).stream()
                    .map(each -> new Option(each.username(), each.name())).toList());
            model.addAttribute("results", results.lastTwelveMonths(team.key()));
        }
        return "casepage/quality-audits";
    }
}
