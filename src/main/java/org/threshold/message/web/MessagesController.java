package org.threshold.message.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.message.Messages;

/** The messages that did not go out, for those who can do something about it. */
@Controller
@RequestMapping("/messages")
class MessagesController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private final Messages messages;

    MessagesController(Messages messages) {
        this.messages = messages;
    }

    @Needs(Permission.VIEW_INCIDENTS)
    @GetMapping
    String list(Model model) {
        model.addAttribute("undelivered", messages.undelivered());
        model.addAttribute("goOut", messages.goOut());
        model.addAttribute("when", new When());
        return "message/undelivered";
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @PostMapping("/{id}/again")
    String again(@PathVariable long id, RedirectAttributes redirect) {
        messages.tryAgain(id);
        redirect.addFlashAttribute("confirmation", "The message is tried again now.");
        return "redirect:/messages";
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @PostMapping("/{id}/by-hand")
    String byHand(@PathVariable long id, RedirectAttributes redirect) {
        messages.toldByHand(id);
        redirect.addFlashAttribute("confirmation", "It is recorded that they were told in another way.");
        return "redirect:/messages";
    }

    /** Puts an instant into London words, for the page. */
    public static final class When {

        public String of(Instant at) {
            return MOMENT.format(at);
        }
    }
}
