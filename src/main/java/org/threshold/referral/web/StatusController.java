package org.threshold.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.OpenToAll;
import org.threshold.letter.Council;
import org.threshold.referral.Referrals;
import org.threshold.referral.Referrals.Progress;

/** Tells whoever has a receipt how far the referral is: three words, and never one about the person. */
@Controller
@OpenToAll("Public bodies and the people they refer have no account")
@RequestMapping("/refer/status")
class StatusController {

    private static final int LONGEST = 60;
    private static final String REFERENCE = "reference";

    private final Referrals referrals;
    private final Senders senders;
    private final Council council;

    StatusController(Referrals referrals, Senders senders, Council council) {
        this.referrals = referrals;
        this.senders = senders;
        this.council = council;
    }

    @GetMapping
    String ask(Model model) {
        return page(model, SentFields.of(Map.of()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String tell(@RequestParam(defaultValue = "") String reference, @RequestParam(defaultValue = "") String code,
                Model model, HttpServletRequest request, HttpServletResponse response) {
        SentFields sent = SentFields.of(Map.of(REFERENCE, shown(reference)));
        if (!senders.mayAsk(request.getRemoteAddr())) {
            sent.wrong(REFERENCE, "Too many questions were asked in a short time. Try again in an hour");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", TooMuch.RETRY_SECONDS);
            return page(model, sent);
        }
        Optional<Progress> progress = referrals.progress(shown(reference), shown(code));
        if (progress.isEmpty()) {
            sent.wrong(REFERENCE, "The receipt reference and the access code do not belong together. Check both and"
                    + " enter them again");
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(model, sent);
        }
        model.addAttribute("stage", progress.get().stage());
        model.addAttribute("answer", progress.get().answer());
        return page(model, sent);
    }

    private static String shown(String typed) {
        return typed.length() > LONGEST || SentText.isBroken(typed) ? "" : typed.strip();
    }

    private String page(Model model, SentFields sent) {
        model.addAttribute("form", sent);
        model.addAttribute("council", council);
        return "referral/status";
    }
}
