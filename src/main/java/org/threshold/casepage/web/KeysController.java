package org.threshold.casepage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Keys;
import org.threshold.accommodation.KeysFromAPhone;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.accommodation.NotPossible;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;

/** The keys of one placement: asked for without a claim, and answered from a phone. */
@Controller
@RequestMapping("/cases/{reference}/placements/{placementId}/keys")
class KeysController {

    private static final int LONGEST = 1000;

    /** The two answers to who gives the keys. */
    enum Giver { OFFICER, THERE }

    private final CaseFrame frame;
    private final Placements placements;
    private final Keys keys;
    private final KeysReleases releases;
    private final KeysFromAPhone phone;
    private final ObjectProvider<Units> units;
    private final CurrentOfficer current;

    KeysController(CaseFrame frame, Placements placements, Keys keys, KeysReleases releases, KeysFromAPhone phone,
                   ObjectProvider<Units> units, CurrentOfficer current) {
        this.frame = frame;
        this.placements = placements;
        this.keys = keys;
        this.releases = releases;
        this.phone = phone;
        this.units = units;
        this.current = current;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, "").reference(), placementId);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/ask")
    String ask(@PathVariable String reference, @PathVariable long placementId,
               @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason", "words", "giver");
        CaseReference of = frame.show(model, reference, "").reference();
        Reason reason = form.choice("reason", Reason.class, "Select why there is no claim");
        Giver giver = form.choice("giver", Giver.class, "Select who would give the keys");
        String words = form.optional("words", LONGEST, "What whoever answers should know");
        if (reason == null && form.error("reason") == null) {
            form.wrong("reason", "Select why there is no claim");
        }
        if (giver == null && form.error("giver") == null) {
            form.wrong("giver", "Select who would give the keys");
        }
        if (reason == Reason.OTHER && words == null && form.error("words") == null) {
            form.wrong("words", "Enter the reason in your own words");
        }
        if (!form.isWrong()) {
            into(form, () -> phone.ask(of, placementId, new NewRelease(reason, words, giver == Giver.OFFICER)));
        }
        return answer(form, model, redirect, of, placementId,
                "You have asked for the keys. Those who may release them have been told.");
    }

    @Needs(Permission.RELEASE_KEYS)
    @PostMapping("/release")
    String release(@PathVariable String reference, @PathVariable long placementId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "answer");
        CaseReference of = frame.show(model, reference, "").reference();
        String words = form.optional("answer", LONGEST, "What the officer should know");
        if (!form.isWrong()) {
            into(form, () -> phone.release(of, placementId, words));
        }
        return answer(form, model, redirect, of, placementId, "The keys are released.");
    }

    @Needs(Permission.RELEASE_KEYS)
    @PostMapping("/send-back")
    String sendBack(@PathVariable String reference, @PathVariable long placementId,
                    @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "answer");
        CaseReference of = frame.show(model, reference, "").reference();
        String words = form.required("answer", LONGEST, "What the officer should know",
                "Enter what has to be done first");
        if (!form.isWrong()) {
            into(form, () -> phone.sendBack(of, placementId, words));
        }
        return answer(form, model, redirect, of, placementId, "The keys are not released. The desk has it again.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/take-back")
    String takeBack(@PathVariable String reference, @PathVariable long placementId, Model model,
                    RedirectAttributes redirect) {
        TypedForm form = TypedForm.empty();
        CaseReference of = frame.show(model, reference, "").reference();
        into(form, () -> phone.takeBack(of, placementId));
        return answer(form, model, redirect, of, placementId, "You do not ask for the keys any more.");
    }

    private static void into(TypedForm form, Runnable work) {
        try {
            work.run();
        } catch (NotPossible refused) {
            form.wrong("state", refused.getMessage());
        }
    }

    private String answer(TypedForm form, Model model, RedirectAttributes redirect, CaseReference of,
                          long placementId, String confirmation) {
        if (form.isWrong()) {
            return page(model, form, of, placementId);
        }
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/placements/" + placementId + "/keys";
    }

    private String page(Model model, TypedForm form, CaseReference of, long placementId) {
        List<KeysRelease> history = releases.history(of, placementId);
        Placement placement = placements.get(placementId);
        Optional<KeysRelease> waiting = history.stream().filter(KeysRelease::waits).findFirst();
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("unit", unit(placement));
        model.addAttribute("at", "/cases/" + of + "/placements/" + placementId + "/keys");
        model.addAttribute("keysRefusal", keys.refusal(placementId));
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("history", history.stream().filter(each -> !each.waits()).toList());
        model.addAttribute("mine", waiting.filter(it -> it.askedBy().equals(current.get().username())).isPresent());
        model.addAttribute("refusal", waiting.flatMap(it -> releases.refusal(of, placementId)).orElse(null));
        model.addAttribute("whoCould", waiting.map(it -> releases.whoCould(of, placementId)).orElse(null));
        model.addAttribute("mayAsk", waiting.isEmpty() && placement.onTheWay() && keys.refusal(placementId) != null);
        model.addAttribute("reasons", Arrays.stream(Reason.values())
                .map(reason -> new Option(reason.name(), reason.words())).toList());
        model.addAttribute("givers", List.of(new Option(Giver.OFFICER.name(), "An officer"),
                new Option(Giver.THERE.name(), "Somebody at the accommodation")));
        return "casepage/keys";
    }

    private Unit unit(Placement placement) {
        return placement.unitId() == null ? null : units.getObject().get(placement.unitId());
    }
}
