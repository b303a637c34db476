package org.threshold.casepage.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.quality.AuditPart;
import org.threshold.quality.Audits;

/** The quality audits of one case, for those who may see who looked at it. */
@Controller
class AuditsOfCaseController {

    static final String SECTION = "audits";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Audits audits;
    private final CaseAccess access;
    private final CaseFrame frame;
    private final Words words;

    AuditsOfCaseController(Audits audits, CaseAccess access, CaseFrame frame, Words words) {
        this.audits = audits;
        this.access = access;
        this.frame = frame;
        this.words = words;
    }

    @GetMapping("/cases/{reference}/audits")
    @Needs(Permission.VIEW_CASE_RECORD)
    String of(@PathVariable String reference, Model model) {
        CaseReference of = CaseReferences.parse(reference);
        if (access.allows(Permission.VIEW_CASES, of)) {
            frame.show(model, reference, SECTION);
        }
        model.addAttribute("reference", of);
        model.addAttribute("audits", audits.of(of));
        model.addAttribute("parts", AuditPart.values());
        model.addAttribute("month", MONTH);
        model.addAttribute("words", words);
        return "casepage/audits";
    }
}
