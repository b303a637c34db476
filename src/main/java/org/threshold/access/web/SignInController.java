package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.KeptForms;
import org.threshold.access.NotAdmitted.Why;
import org.threshold.access.OpenToAll;
import org.threshold.access.SignInSettings;

/** The sign-in page; the forms themselves are taken by the security chain. */
@Controller
@OpenToAll("Where everybody signs in")
class SignInController {

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
    private static final Map<String, String> PROBLEMS = Map.of(
            "wrong", "The username or password is wrong. Enter them again",
            "wait", "There were too many tries. Wait 5 minutes, or ask an administrator for a new password",
            "failed", "Signing in there did not work. Try again; if it happens again, tell an administrator",
            "unreachable", "That sign-in cannot be reached just now. Try again in a minute");

    private final SignInSettings settings;
    private final Provider provider;

    SignInController(SignInSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @GetMapping(SignInDoor.PATH)
    String page(@RequestParam(name = "continue", required = false) String wanted, HttpServletRequest request,
                Model model) {
        model.addAttribute("wanted", SafePath.of(wanted));
        model.addAttribute("local", settings.local());
        model.addAttribute("provider", settings.oidc().isOn() ? settings.oidc().name() : null);
        PROBLEMS.keySet().stream().filter(key -> request.getParameter(key) != null).findFirst()
                .ifPresent(key -> model.addAttribute("problem", PROBLEMS.get(key)));
        model.addAttribute("note", note(request));
        return "access/sign-in";
    }

    /** Leads on to the provider, or says that it is out of reach; or leads there to sign out. */
    @GetMapping(SignInDoor.PATH + "/provider")
    String provider(@RequestParam(name = "continue", required = false) String wanted,
                    @RequestParam(required = false) String other, @RequestParam(required = false) String signedOut,
                    HttpSession session, Model model) {
        if (!provider.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (signedOut != null) {
            return leave(session, model);
        }
        String query = "continue=" + SignInDoor.encoded(SafePath.of(wanted));
        try {
            provider.registration();
        } catch (IllegalArgumentException outOfReach) {
            LOG.warn("The provider at {} cannot be used: {}", settings.oidc().issuer(), outOfReach.getMessage());
            return "redirect:" + SignInDoor.PATH + "?unreachable&" + query;
        }
        return "redirect:" + ProviderSignIn.START + "/" + Provider.ID + "?" + query + (other == null ? "" : "&other");
    }

    /** Where the provider leads whoever signed out there too. */
    @GetMapping(SignOut.BACK)
    String signedOut() {
        return "redirect:" + SignInDoor.PATH + "?signedOut";
    }

    /** The provider knows them, and Threshold does not let them in. */
    @GetMapping(SignInDoor.PATH + "/not-admitted")
    String notAdmitted(@RequestParam(defaultValue = "") String why, Model model) {
        if (!provider.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Why known = List.of(Why.values()).stream().filter(each -> each.name().equals(why)).findFirst()
                .orElse(Why.NO_ROLE);
        model.addAttribute("why", known.name());
        model.addAttribute("provider", settings.oidc().name());
        model.addAttribute("local", settings.local());
        return "access/not-admitted";
    }

    private String leave(HttpSession session, Model model) {
        Object there = session.getAttribute(SignOut.LEAVING);
        if (there == null) {
            return "redirect:" + SignInDoor.PATH + "?signedOut";
        }
        session.removeAttribute(SignOut.LEAVING);
        model.addAttribute("there", there);
        model.addAttribute("provider", settings.oidc().name());
        return "access/leaving";
    }

    private String note(HttpServletRequest request) {
        String note = request.getParameter("signedOut") != null ? "You have signed out."
                : request.getParameter("stale") != null ? "This page was open for too long. Sign in now."
                : request.getParameter("cancelled") != null ? "You did not sign in." : ended(request);
        if (note == null) {
            return null;
        }
        if (request.getParameter("kept") != null) {
            return note + " What you typed was not sent, and is kept for " + KeptForms.LIFE.toMinutes()
                    + " minutes. Sign in to go on with it.";
        }
        return request.getParameter("unsent") != null
                ? note + " The last form was not sent. Sign in to go back to it." : note;
    }

    private String ended(HttpServletRequest request) {
        if (request.getParameter("expired") != null) {
            return "You were signed out because nothing was done for " + words(settings.idle()) + ".";
        }
        if (request.getParameter("longest") != null) {
            return "You were signed out because you signed in more than " + words(settings.longest()) + " ago.";
        }
        return request.getParameter("ended") == null ? null
                : "You were signed out here: your session was ended somewhere else, or your account was changed.";
    }

    static String words(Duration time) {
        long minutes = time.toMinutes();
        return minutes % 60 == 0 ? minutes == 60 ? "an hour" : minutes / 60 + " hours" : minutes + " minutes";
    }
}
