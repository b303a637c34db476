package org.threshold.referral.web;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ReferralList;
import org.threshold.referral.ReferralList.Kind;
import org.threshold.referral.step.ReferralLines;

/** The list of referrals, for officers and supervisors. */
@Controller
@Needs(Permission.VIEW_CASES)
class ReferralListController {

    private final ReferralList referrals;

    ReferralListController(ReferralList referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/referrals")
    String list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String body,
                Model model) {
        Kind kind = named(Kind.class, show).orElse(Kind.WAITING);
        ReferralBody only = named(ReferralBody.class, body).orElse(null);
        model.addAttribute("lines", referrals.of(kind, only));
        model.addAttribute("counts", referrals.counts());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("body", only);
        model.addAttribute("bodies", ReferralBody.values());
        model.addAttribute("most", ReferralList.MOST_SHOWN);
        model.addAttribute("when", new When());
        return "referral/list";
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Puts an instant into London words, for the page. */
    public static final class When {

        public String of(java.time.Instant at) {
            return ReferralLines.moment(at);
        }
    }
}
