package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.Channel;
import org.threshold.casefile.UnknownCase;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.ReferralTriage;
import org.threshold.referral.step.ReferralLines;

/** The referral that opened the case, as the public body sent it. */
@Controller
@Needs(Permission.VIEW_CASES)
class ReferralPage implements CaseActions {

    private static final String PATH = "/referral";

    private final CaseFrame frame;
    private final ReferralTriage triage;

    ReferralPage(CaseFrame frame, ReferralTriage triage) {
        this.frame = frame;
        this.triage = triage;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        boolean referred = file.channel() == Channel.PUBLIC_BODY_REFERRAL && triage.of(file.reference()).isPresent();
        return referred ? List.of(new CaseAction(Group.EVERYDAY, 5, "See the referral", PATH)) : List.of();
    }

    @GetMapping("/cases/{reference}" + PATH)
    String show(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        KeptReferral referral = triage.of(file.reference()).orElseThrow(() -> new UnknownCase(reference));
        model.addAttribute("lines", ReferralLines.of(referral));
        model.addAttribute("target", ReferralLines.moment(referral.target()));
        model.addAttribute("outcome", triage.outcome(referral).orElse(null));
        return "casepage/referral";
    }
}
