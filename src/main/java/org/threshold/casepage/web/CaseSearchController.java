package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.CaseRefusals;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseMatch;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseSearch;
import org.threshold.casefile.CaseSummary;

/**
 * Finds a case. What is searched for is personal data, so it never stands in an address: the search is kept in the
 * session for a while and the address carries only its number.
 */
@Controller
@Needs(Permission.VIEW_CASES)
@RequestMapping("/cases")
class CaseSearchController {

    private final CaseRegister register;
    private final CaseFiles files;
    private final RecentSearches recent;
    private final CaseRefusals refusals;
    private final Words words;

    CaseSearchController(CaseRegister register, CaseFiles files, RecentSearches recent, CaseRefusals refusals, Words words) {
        this.register = register;
        this.files = files;
        this.recent = recent;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String search, HttpSession session, Model model) {
        Optional<String> typed = search.isEmpty() ? Optional.empty() : recent.get(session, search);
        TypedForm form = TypedForm.empty().with("q", typed.orElse(""));
        model.addAttribute("lapsed", !search.isEmpty() && typed.isEmpty());
        typed.ifPresent(text -> model.addAttribute("found", find(text, form)));
        return show(model, form);
    }

    @PostMapping
    String search(@RequestParam MultiValueMap<String, String> posted, HttpSession session, Model model) {
        TypedForm form = TypedForm.of(posted, "q");
        String typed = form.text("q");
        if (CaseReferences.looksLikeOne(typed)) {
            Optional<CaseSummary> found = byReference(typed, form);
            return found.isPresent() ? "redirect:/cases/" + found.get().reference() : show(model, form);
        }
        form.parsed("q", CaseSearch::parse);
        if (typed.isEmpty()) {
            form.wrong("q", "Enter a case reference, name, date of birth, National Insurance number or telephone number");
        }
        return form.isWrong() ? show(model, form) : "redirect:/cases?search=" + recent.keep(session, typed);
    }

    private Optional<CaseSummary> byReference(String typed, TypedForm form) {
        form.parsed("q", CaseReferences::parse);
        Optional<CaseSummary> found = form.isWrong() ? Optional.empty() : files.find(typed);
        if (found.isEmpty() && !form.isWrong()) {
            refusals.notFound(CaseReferences.parse(typed).value(), "POST /cases");
            form.wrong("q", "There is no case with the reference " + CaseReferences.parse(typed));
        }
        return found;
    }

    private List<CaseMatch> find(String typed, TypedForm form) {
        CaseSearch question = form.parsed("q", CaseSearch::parse);
        return question == null ? List.of() : register.search(question);
    }

    private String show(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("most", CaseRegister.MOST_FOUND);
        model.addAttribute("words", words);
        return "casepage/search";
    }
}
