package org.threshold.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.KeptForm;
import org.threshold.access.NotPermitted;
import org.threshold.audit.CaseViews;
import org.threshold.casefile.FactsMissing;
import org.threshold.access.Permission;
import org.threshold.form.Component.Field;
import org.threshold.form.FieldError;
import org.threshold.form.FormPage;
import org.threshold.form.FormRows;
import org.threshold.worklist.AtOnce;
import org.threshold.worklist.Completion;
import org.threshold.worklist.Drafts;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.StepRefused;
import org.threshold.worklist.StepSheet;
import org.threshold.worklist.StepWork;

/** The page of one step: read, draft, complete. Whatever goes wrong, what was typed is kept and shown. */
@Controller
class StepController {

    private static final Logger LOG = LoggerFactory.getLogger(StepController.class);

    private final StepWork work;
    private final Drafts drafts;
    private final StepPages pages;
    private final StepViews views;
    private final CaseViews looks;

    StepController(StepWork work, Drafts drafts, StepPages pages, StepViews views, CaseViews looks) {
        this.work = work;
        this.drafts = drafts;
        this.pages = pages;
        this.views = views;
        this.looks = looks;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/steps/{id}")
    String show(@PathVariable String id, @RequestAttribute(name = KeptForm.ATTRIBUTE, required = false) KeptForm late,
                Model model, HttpServletResponse response, HttpSession session) {
        return late == null ? shown(id, model, response, session) : late(id, late.fields(), model, response, session);
    }

    /** After signing in again: the form as it was sent, for the officer to send again. */
    private String late(String id, Map<String, List<String>> typed, Model model, HttpServletResponse response,
                        HttpSession session) {
        model.addAttribute("late", true);
        try {
            StepSheet sheet = work.open(id);
            if (sheet.form() == null) {
                return shown(id, model, response, session);
            }
            Optional<String> obstacle = work.obstacle(sheet.step());
            if (obstacle.isPresent()) {
                keep(id, typed);
                return pages.lost(id, obstacle.get(), typed, model, session);
            }
            return pages.step(sheet, FormPage.of(sheet.form(), sheet.facts(), typed, List.of()), null,
                    seen(typed, sheet), model, session);
        } catch (StepGone gone) {
            keep(id, typed);
            return lost(id, gone, typed, model, response, session);
        }
    }

    private String shown(String id, Model model, HttpServletResponse response, HttpSession session) {
        StepSheet sheet;
        try {
            sheet = work.open(id);
        } catch (StepGone gone) {
            return lost(id, gone, drafts.mine(id).orElse(Map.of()), model, response, session);
        }
        looks.stepViewed(sheet.step().caseReference().value(), id);
        Optional<String> obstacle = work.obstacle(sheet.step());
        FormPage form = sheet.form() == null ? null : sheet.typed() == null
                ? FormPage.of(sheet.form(), sheet.facts())
                : FormPage.of(sheet.form(), sheet.facts(), sheet.typed(), List.of());
        return pages.step(sheet, form, obstacle.orElse(null), seen(sheet.typed(), sheet), model, session);
    }

    /** The state that the typed answers were based on; for a page nobody has typed into, that of now. */
    private static Object seen(Map<String, List<String>> typed, StepSheet sheet) {
        List<String> seen = typed == null ? List.of() : typed.getOrDefault(FormPage.VERSION, List.of());
        return seen.isEmpty() ? sheet.facts().get(FormPage.VERSION) : seen.get(0);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/steps/{id}")
    String complete(@PathVariable String id, @RequestParam MultiValueMap<String, String> raw, Model model,
                    HttpServletResponse response, HttpSession session, RedirectAttributes flash) {
        if (raw.containsKey("_add") || raw.containsKey("_remove") || raw.containsKey("_fill")) {
            return rows(id, raw, model, response, session);
        }
        try {
            Completion completion = work.complete(id, raw);
            if (completion instanceof Completion.Done done) {
                return done(done, flash, session);
            }
            Completion.Refused refused = (Completion.Refused) completion;
            response.setStatus(refused.malformed() ? HttpStatus.BAD_REQUEST.value()
                    : HttpStatus.UNPROCESSABLE_ENTITY.value());
            refused.asked().ifPresent(asked -> model.addAttribute("goOn", asked));
            return again(id, raw, refused.errors(), model, session);
        } catch (StepGone gone) {
            keep(id, raw);
            return lost(id, gone, raw, model, response, session);
        } catch (NotPermitted refused) {
            keep(id, raw);
            throw refused;
        } catch (StepRefused refused) {
            keep(id, raw);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(id, raw, List.of(new FieldError("", refused.getMessage())), model, session);
        } catch (FactsMissing lacking) {
            keep(id, raw);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(id, raw, lacking.missing().stream().map(StepController::missing).toList(), model, session);
        } catch (RuntimeException failure) {
            keep(id, raw);
            if (AtOnce.is(failure)) {
                response.setStatus(HttpStatus.CONFLICT.value());
                return again(id, raw, List.of(new FieldError("", AtOnce.SENTENCE)), model, session);
            }
            LOG.error("Step {} could not be completed", id, failure);
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
            return again(id, raw, List.of(new FieldError("", "Something went wrong and nothing was recorded. What you "
                    + "typed has been kept as a draft. Try again, and tell your team leader if it happens again")),
                    model, session);
        }
    }

    /** Leads to where the fact is recorded, or is about the whole form. */
    private static FieldError missing(FactsMissing.Missing fact) {
        return new FieldError(fact.path() == null ? "" : fact.path(), "Missing for the letter: " + fact.words());
    }

    /** For the button and for the script that saves while the officer types. */
    @Needs(Permission.WORK_CASES)
    @PostMapping("/steps/{id}/draft")
    String draft(@PathVariable String id, @RequestParam MultiValueMap<String, String> raw, Model model,
                 HttpServletRequest request, HttpServletResponse response, HttpSession session,
                 RedirectAttributes flash) {
        boolean open = drafts.save(id, raw);
        if ("fetch".equals(request.getHeader("X-Requested-With"))) {
            response.setStatus(open ? HttpStatus.NO_CONTENT.value() : HttpStatus.CONFLICT.value());
            return null;
        }
        flash.addFlashAttribute("confirmation", "Draft saved. Nothing has been submitted yet.");
        return "redirect:/steps/" + id;
    }

    /** For the script that says what is wrong while the officer types; nothing is recorded. */
    @Needs(Permission.WORK_CASES)
    @PostMapping("/steps/{id}/check")
    @ResponseBody
    ResponseEntity<List<Wrong>> check(@PathVariable String id, @RequestParam MultiValueMap<String, String> raw) {
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore()).body(work.soFar(id, raw).stream()
                    .map(error -> new Wrong(error.key(), error.message())).toList());
        } catch (StepGone gone) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    /** One answer that is wrong, by its name on the page. */
    record Wrong(String name, String message) {
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/steps/{id}/draft/discard")
    String discard(@PathVariable String id, RedirectAttributes flash, HttpSession session) {
        drafts.discard(id);
        flash.addFlashAttribute("confirmation", "Draft deleted.");
        return "redirect:" + ListPlace.of(session);
    }

    /** After signing in again the browser comes back by GET to where it wanted to send something. */
    @Needs(Permission.VIEW_CASES)
    @GetMapping({"/steps/{id}/draft", "/steps/{id}/claim", "/steps/{id}/release", "/steps/{id}/off-hold",
            "/steps/{id}/draft/discard", "/steps/{id}/check"})
    String back(@PathVariable String id) {
        return "redirect:/steps/" + id;
    }

    private String rows(String id, MultiValueMap<String, String> raw, Model model, HttpServletResponse response,
                        HttpSession session) {
        StepSheet sheet;
        try {
            sheet = work.open(id);
        } catch (StepGone gone) {
            keep(id, raw);
            return lost(id, gone, raw, model, response, session);
        }
        if (sheet.form() == null) {
            return "redirect:/steps/" + id;
        }
        Map<String, List<String>> changed = changedRows(sheet, raw);
        drafts.save(id, changed);
        return pages.step(sheet, FormPage.of(sheet.form(), sheet.facts(), changed, List.of()),
                work.obstacle(sheet.step()).orElse(null), seen(raw, sheet), model, session);
    }

    private Map<String, List<String>> changedRows(StepSheet sheet, MultiValueMap<String, String> raw) {
        Optional<Field> filling = FormRows.filling(sheet.form(), raw);
        if (filling.isPresent()) {
            String choice = raw.getFirst(filling.get().key());
            return FormRows.filled(sheet.form(), raw, filling.get(), choice == null || choice.isBlank() ? List.of()
                    : work.rowsFor(sheet.step(), filling.get().key(), choice));
        }
        return FormRows.edited(sheet.form(), raw).orElse(raw);
    }

    private String again(String id, MultiValueMap<String, String> raw, List<FieldError> errors, Model model,
                         HttpSession session) {
        StepSheet sheet = work.open(id);
        FormPage form = sheet.form() == null ? null : FormPage.of(sheet.form(), sheet.facts(), raw, errors);
        if (form == null) {
            model.addAttribute("problems", errors);
        }
        return pages.step(sheet, form, null, sheet.facts().get(FormPage.VERSION), model, session);
    }

    private String done(Completion.Done done, RedirectAttributes flash, HttpSession session) {
        OpenStep step = done.step();
        flash.addFlashAttribute("completed", views.of(step));
        flash.addFlashAttribute("following", views.of(done.next()));
        flash.addFlashAttribute("nowRestricted",
                !step.restricted() && done.next().stream().anyMatch(OpenStep::restricted));
        return "redirect:" + ListPlace.of(session);
    }

    private String lost(String id, StepGone gone, Map<String, List<String>> typed, Model model,
                        HttpServletResponse response, HttpSession session) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return pages.lost(id, gone.getMessage(), typed, model, session);
    }

    /** What cannot be kept (a step that never was, another team's step) is not kept, and the first fault counts. */
    private void keep(String id, Map<String, List<String>> raw) {
        try {
            drafts.save(id, raw);
        } catch (RuntimeException unkept) {
            LOG.warn("No draft kept of step {}: {}", id, unkept.getMessage());
        }
    }
}
