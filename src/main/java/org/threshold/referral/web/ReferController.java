package org.threshold.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.OpenToAll;
import org.threshold.casefile.ReferralBody;
import org.threshold.letter.Council;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.Referral;
import org.threshold.referral.Referrals;
import org.threshold.referral.Referrals.Door;
import org.threshold.referral.Referrals.Receipt;
import org.threshold.referral.Situation;
import org.threshold.referral.web.PageTokens.PageToken;

/**
 * The public page on which a public body refers someone: the questions, a page to check them, the receipt. Nothing is
 * kept between the pages but in the page itself, so that a stranger costs no session.
 */
@Controller
@OpenToAll("Public bodies and the people they refer have no account")
@RequestMapping("/refer")
class ReferController {

    private static final String TOKEN = "page";
    /** People do not see it; a program fills it in. */
    private static final String TRAP = "website";
    private static final String BUTTON = "do";

    private final Referrals referrals;
    private final PageTokens tokens;
    private final Senders senders;
    private final Council council;
    private final Clock clock;

    ReferController(Referrals referrals, PageTokens tokens, Senders senders, Council council, Clock clock) {
        this.referrals = referrals;
        this.tokens = tokens;
        this.senders = senders;
        this.council = council;
        this.clock = clock;
    }

    @GetMapping
    String blank(Model model) {
        return questions(model, SentFields.of(Map.of()), tokens.issue());
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String submit(@RequestParam MultiValueMap<String, String> posted, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        SentFields sent = fields(posted);
        String token = first(posted, TOKEN);
        if (!senders.mayTry(request.getRemoteAddr())) {
            return tooMuch(model, sent, token, response);
        }
        if (!referrals.open()) {
            return again(model, sent, token, response);
        }
        if (!first(posted, TRAP).isEmpty()) {
            sent.wrong(TRAP, "Leave the field ‘Website’ empty. It is there to stop programs that fill in every field");
        }
        Referral referral = ReferralForm.read(sent, LocalDate.now(clock), council.name());
        if (referral == null) {
            return again(model, sent, token, response);
        }
        return switch (first(posted, BUTTON)) {
            case "change" -> questions(model, sent, token);
            case "send" -> send(referral, sent, token, model, request, response);
            default -> check(model, sent, token);
        };
    }

    private String send(Referral referral, SentFields sent, String token, Model model, HttpServletRequest request,
                        HttpServletResponse response) {
        PageToken page = tokens.read(token).orElse(null);
        if (page == null || tokens.isTooQuick(page)) {
            sent.wrong(BUTTON, page == null ? "This page did not come from here. Check your answers and send them again"
                    : "That was too quick for a person. Check your answers and send them again");
            return again(model, sent, page == null ? tokens.issue() : token, response);
        }
        String key = "page-" + page.id();
        try {
            Receipt receipt = referrals.taken(referral, key).orElse(null);
            if (receipt == null && !senders.mayRefer(request.getRemoteAddr())) {
                return tooMuch(model, sent, token, response);
            }
            return receipt(model, receipt != null ? receipt : referrals.receive(referral, Door.PAGE, key));
        } catch (Referrals.KeyUsed used) {
            sent.wrong(BUTTON, "This page has sent a referral already. If this is another one, check your answers and"
                    + " send them");
            return again(model, sent, tokens.issue(), response);
        }
    }

    /** The browser kept no cookie, or another site sent this: what was typed stays, and is sent only if they say so. */
    @RequestMapping("/again")
    String untrusted(@RequestParam MultiValueMap<String, String> posted, Model model, HttpServletResponse response) {
        SentFields sent = fields(posted);
        sent.wrong(BUTTON, "We could not be sure that this came from our page. Allow cookies for this page, check your"
                + " answers and send them again");
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return questions(model, sent, tokens.issue());
    }

    private static SentFields fields(MultiValueMap<String, String> posted) {
        Map<String, String> values = new HashMap<>();
        posted.forEach((name, all) -> {
            boolean own = List.of(TOKEN, TRAP, BUTTON, "_csrf").contains(name);
            if (all.size() > 1 || !own && !ReferralForm.PAGE_FIELDS.contains(name)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            if (!own) {
                values.put(name, all.get(0));
            }
        });
        return SentFields.of(values);
    }

    private static String first(MultiValueMap<String, String> posted, String name) {
        String value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    private String tooMuch(Model model, SentFields sent, String token, HttpServletResponse response) {
        sent.wrong(BUTTON, TooMuch.SENTENCE);
        String page = questions(model, sent, token);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", TooMuch.RETRY_SECONDS);
        return page;
    }

    private String again(Model model, SentFields sent, String token, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return questions(model, sent, token);
    }

    private String questions(Model model, SentFields sent, String token) {
        model.addAttribute("form", sent);
        model.addAttribute("token", token);
        model.addAttribute("bodies", ReferralBody.values());
        model.addAttribute("consents", ConsentHow.values());
        model.addAttribute("situations", Situation.values());
        return frame(model, referrals.open() ? "referral/refer" : "referral/closed");
    }

    private String check(Model model, SentFields sent, String token) {
        model.addAttribute("form", sent);
        model.addAttribute("token", token);
        model.addAttribute("lines", CheckedLines.of(sent, council.name()));
        return frame(model, "referral/check");
    }

    private String receipt(Model model, Receipt receipt) {
        model.addAttribute("receipt", receipt);
        return frame(model, "referral/receipt");
    }

    private String frame(Model model, String view) {
        model.addAttribute("council", council);
        return view;
    }
}
