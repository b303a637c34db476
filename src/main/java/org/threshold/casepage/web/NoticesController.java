package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.FollowUps;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;

/** Who was told about a placement, what proves it, and for supervisors which notices are due and late. */
@Controller
class NoticesController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final Placements placements;
    private final HostNotices notices;
    private final FollowUps followUps;
    private final Units units;
    private final Words words;
    private final Clock clock;

    NoticesController(CaseFrame frame, Placements placements, HostNotices notices, FollowUps followUps, Units units,
                      Words words, Clock clock) {
        this.frame = frame;
        this.placements = placements;
        this.notices = notices;
        this.followUps = followUps;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/cases/{reference}/placements/{placementId}/notices")
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, "").reference(), placementId);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/cases/{reference}/placements/{placementId}/notices/acknowledged")
    String acknowledged(@PathVariable String reference, @PathVariable long placementId,
                        @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "on-day", "on-month", "on-year", "words");
        CaseReference of = frame.show(model, reference, "").reference();
        of(of, placementId);
        HostNotice.Kind kind = form.choice("kind", HostNotice.Kind.class, "Select which notice it is");
        if (kind == null && form.error("kind") == null) {
            form.wrong("kind", "Select which notice it is");
        }
        LocalDate on = form.date("on", "The day");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day on which they said so");
        }
        String said = form.required("words", LONGEST, "What they said", "Enter who said so, and how");
        if (!form.isWrong()) {
            Refusals.into(form, () -> notices.acknowledge(of, placementId, kind, on, said));
        }
        if (form.isWrong()) {
            return page(model, form, of, placementId);
        }
        redirect.addFlashAttribute("confirmation", "It is recorded that the other council has the notice.");
        return "redirect:/cases/" + of + "/placements/" + placementId + "/notices";
    }

    private String page(Model model, TypedForm form, CaseReference of, long placementId) {
        Placement placement = of(of, placementId);
        List<HostNotice> all = notices.of(of, placementId);
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("unit", placement.unitId() == null ? null : units.get(placement.unitId()));
        model.addAttribute("notices", all);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("open", all.stream().filter(notice -> notice.sentOn().isPresent()
                && notice.acknowledged() == null).map(notice -> new Option(notice.kind().name(),
                notice.kind().words())).toList());
        model.addAttribute("told", followUps.told(of));
        model.addAttribute("desk", followUps.atTheDesk(placementId).orElse(null));
        model.addAttribute("checks", followUps.checks(of).stream().filter(check -> check.placementId() == placementId)
                .toList());
        return "casepage/notices";
    }

    private Placement of(CaseReference reference, long placementId) {
        return placements.of(reference).stream().filter(each -> each.id() == placementId).findFirst()
                .orElseThrow(NoSuchElementException::new);
    }

    @Needs(Permission.SEE_ALL_WORK)
    @GetMapping("/notices")
    String list(Model model) {
        List<HostNotice> open = notices.open();
        List<HostNotice> late = notices.sentLate();
        model.addAttribute("more", open.size() > HostNotices.PAGE);
        model.addAttribute("open", open.stream().limit(HostNotices.PAGE).toList());
        model.addAttribute("moreLate", late.size() > HostNotices.PAGE);
        model.addAttribute("late", late.stream().limit(HostNotices.PAGE).toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("words", words);
        return "casepage/notices-list";
    }
}
