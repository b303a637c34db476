package org.threshold.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditReader.Page;
import org.threshold.oversight.AuditSearch;
import org.threshold.oversight.EntryWords;

/**
 * The data protection officer's search. What is asked may name people, so it never stands in an address: it is kept in
 * the session and the address carries only its number.
 */
@Controller
@RequestMapping("/audit")
@Needs(Permission.SEARCH_AUDIT)
class AuditController {

    private static final int PAGE = 50;

    private final AuditSearch search;
    private final KeptQuestions kept;
    private final EntryWords words;
    private final Clock clock;

    AuditController(AuditSearch search, KeptQuestions kept, EntryWords words, Clock clock) {
        this.search = search;
        this.kept = kept;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam(name = "search", defaultValue = "") String number,
                @RequestParam(defaultValue = "") String before, HttpSession session, Model model) {
        Optional<AuditForm> asked = number.isEmpty() ? Optional.empty() : kept.get(session, number);
        model.addAttribute("lapsed", !number.isEmpty() && asked.isEmpty());
        asked.ifPresent(form -> results(form, number, before, model));
        return show(asked.orElseGet(() -> AuditForm.empty(LocalDate.now(clock))), model);
    }

    @PostMapping
    String ask(@RequestParam MultiValueMap<String, String> typed, HttpSession session, Model model,
               HttpServletResponse response) {
        AuditForm form = AuditForm.of(typed);
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, model);
        }
        search.asked(form.question());
        return "redirect:/audit?search=" + kept.keep(session, form);
    }

    /** Everything that answers a search, not only the page shown. */
    @PostMapping("/export")
    @Needs(Permission.EXPORT_AUDIT)
    String export(@RequestParam(name = "search", defaultValue = "") String number, HttpSession session,
                  HttpServletResponse response) throws IOException {
        Optional<AuditForm> asked = kept.get(session, number);
        if (asked.isEmpty()) {
            return "redirect:/audit?search=lapsed";
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("audit-" + LocalDate.now(clock) + ".csv").build().toString());
        search.export(asked.get().question(), response.getOutputStream());
        return null;
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping("/export")
    String back() {
        return "redirect:/audit";
    }

    private void results(AuditForm form, String number, String before, Model model) {
        AuditPosition from = AuditPosition.parse(before).orElse(null);
        Page found = search.find(form.question(), from, PAGE);
        model.addAttribute("number", number);
        model.addAttribute("entries", words.of(found.entries()));
        model.addAttribute("next", found.next());
        model.addAttribute("isFirst", from == null);
    }

    private String show(AuditForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", AuditKind.values());
        model.addAttribute("check", search.latestCheck().orElse(null));
        model.addAttribute("words", words);
        return "oversight/audit";
    }
}
