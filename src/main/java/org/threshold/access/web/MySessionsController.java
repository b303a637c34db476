package org.threshold.access.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Sessions;
import org.threshold.access.Sessions.Running;
import org.threshold.access.Sessions.Way;
import org.threshold.access.SignInSettings;
import org.threshold.access.SignedIn;

/** Where somebody is signed in themselves. */
@Controller
@Needs(Permission.USE_OWN_ACCOUNT)
class MySessionsController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private final Sessions sessions;
    private final SignInSettings settings;

    MySessionsController(Sessions sessions, SignInSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** One line of the page. */
    public record Line(UUID id, String browser, String address, String began, String lastSeen, String way,
                       boolean thisOne) {
    }

    @GetMapping("/my-sessions")
    String page(@AuthenticationPrincipal SignedIn me, Model model) {
        List<Running> mine = sessions.mine();
        model.addAttribute("sessions", lines(mine, sessionOf(me)));
        model.addAttribute("ownPassword", mine.stream().anyMatch(each -> each.id().equals(sessionOf(me))
                && each.way() == Way.PASSWORD));
        model.addAttribute("idle", SignInController.words(settings.idle()));
        model.addAttribute("longest", SignInController.words(settings.longest()));
        return "access/my-sessions";
    }

    /** The browser asks for it when somebody says that they are still there. */
    @GetMapping("/my-sessions/stay")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/my-sessions/{id}/end")
    String end(@PathVariable String id, RedirectAttributes flash) {
        if (!sessions.endMine(parse(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("confirmation", "That session is ended.");
        return "redirect:/my-sessions";
    }

    @PostMapping("/my-sessions/end-others")
    String endOthers(@AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        int ended = sessions.endMyOthers(sessionOf(me));
        flash.addFlashAttribute("confirmation", ended == 1 ? "1 other session is ended."
                : ended + " other sessions are ended.");
        return "redirect:/my-sessions";
    }

    static List<Line> lines(List<Running> running, UUID thisOne) {
        return running.stream().map(each -> new Line(each.id(), each.browser(), each.address(),
                moment(each.beganAt()), moment(each.lastSeenAt()),
                each.way() == Way.PASSWORD ? "Password" : "The council’s sign-in", each.id().equals(thisOne))).toList();
    }

    /** Null for whoever acts without a browser of their own. */
    private static UUID sessionOf(SignedIn me) {
        return me == null ? null : me.session();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
