package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditReader.Page;
import org.threshold.audit.CaseUse;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.oversight.CaseRecords;
import org.threshold.oversight.EntryWords;

/** Who viewed and changed a case. Whoever may know that but may not see the case itself gets the page without it. */
@Controller
class CaseUseController {

    static final String SECTION = "record";
    private static final int PAGE = 50;

    private final CaseRecords records;
    private final CaseAccess access;
    private final CaseFrame frame;
    private final EntryWords entryWords;

    CaseUseController(CaseRecords records, CaseAccess access, CaseFrame frame, EntryWords entryWords) {
        this.records = records;
        this.access = access;
        this.frame = frame;
        this.entryWords = entryWords;
    }

    @GetMapping("/cases/{reference}/record")
    @Needs(Permission.VIEW_CASE_RECORD)
    String record(@PathVariable String reference, @RequestParam(defaultValue = "") String kind,
                  @RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String strangers,
                  @RequestParam(defaultValue = "") String before, Model model) {
        CaseReference of = CaseReferences.parse(reference);
        if (access.allows(Permission.VIEW_CASES, of)) {
            frame.show(model, reference, SECTION);
        }
        List<CaseUse> people = records.people(of);
        AuditKind only = AuditKind.OF_A_CASE.stream().filter(each -> each.name().equals(kind)).findFirst()
                .orElse(AuditKind.EVERYTHING);
        String person = people.stream().map(CaseUse::who).filter(who::equals).findFirst().orElse(null);
        AuditPosition from = AuditPosition.parse(before).orElse(null);
        Page page = records.entries(of, only, person, strangers.equals("yes"), from, PAGE);
        model.addAttribute("reference", of);
        model.addAttribute("base", "/cases/" + of);
        model.addAttribute("people", people);
        model.addAttribute("entries", entryWords.of(page.entries()));
        model.addAttribute("next", page.next());
        model.addAttribute("isFirst", from == null);
        model.addAttribute("kinds", AuditKind.OF_A_CASE);
        model.addAttribute("kind", only);
        model.addAttribute("who", person == null ? "" : person);
        model.addAttribute("strangers", strangers.equals("yes"));
        model.addAttribute("entryWords", entryWords);
        return "casepage/record";
    }
}
