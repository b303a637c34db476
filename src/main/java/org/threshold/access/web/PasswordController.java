package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Directory;
import org.threshold.access.InvalidAccount;
import org.threshold.access.Needs;
import org.threshold.access.PasswordRules;
import org.threshold.access.Permission;
import org.threshold.access.Sessions;
import org.threshold.access.SignedIn;

/** One's own password. */
@Controller
@Needs(Permission.USE_OWN_ACCOUNT)
class PasswordController {

    private final Accounts accounts;
    private final CurrentOfficer current;
    private final Directory directory;
    private final NewSession sessions;
    private final Sessions all;

    PasswordController(Accounts accounts, CurrentOfficer current, Directory directory, NewSession sessions,
                       Sessions all) {
        this.accounts = accounts;
        this.current = current;
        this.directory = directory;
        this.sessions = sessions;
        this.all = all;
    }

    @GetMapping(AccountGuard.OWN_PASSWORD)
    String ask(Model model) {
        return page(Map.of(), model);
    }

    @PostMapping(AccountGuard.OWN_PASSWORD)
    String change(@RequestParam(defaultValue = "") String oldPassword,
                  @RequestParam(defaultValue = "") String newPassword, Model model, RedirectAttributes redirect,
                  HttpServletRequest request, HttpServletResponse response) {
        try {
            accounts.changeOwnPassword(oldPassword, newPassword);
        } catch (InvalidAccount invalid) {
            return page(Map.of(invalid.field(), invalid.getMessage()), model);
        }
        staySignedIn(request, response);
        redirect.addFlashAttribute("confirmation", "Your password is changed.");
        return "redirect:/";
    }

    /** This session goes on under the account's new version; the person's other sessions have ended. */
    private void staySignedIn(HttpServletRequest request, HttpServletResponse response) {
        String username = current.get().username();
        int version = directory.standing(username).orElseThrow().sessionVersion();
        UUID session = SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof SignedIn before
                ? before.session() : null;
        all.endMyOthers(session);
        request.changeSessionId();
        sessions.keep(new SignedIn(username, version, session), request, response);
    }

    private String page(Map<String, String> errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        model.addAttribute("forced", directory.standing(current.get().username())
                .map(Directory.Standing::mustChangePassword).orElse(false));
        return "access/password";
    }
}
