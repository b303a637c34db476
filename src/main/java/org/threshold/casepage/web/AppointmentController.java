package org.threshold.casepage.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.appointment.Appointment;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.Missed;
import org.threshold.appointment.TellBy;
import org.threshold.casefile.CaseReference;

/** One appointment: what became of it, or another time for it. */
@Controller
@RequestMapping("/cases/{reference}/appointments/{id}")
class AppointmentController {

    private final CaseFrame frame;
    private final Appointments appointments;
    private final AppointmentForms forms;

    AppointmentController(CaseFrame frame, Appointments appointments, AppointmentForms forms) {
        this.frame = frame;
        this.appointments = appointments;
        this.forms = forms;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long id,
                @RequestParam MultiValueMap<String, String> asked, Model model) {
        TypedForm looked = TypedForm.of(asked, "office", "officer", "from-day", "from-month", "from-year");
        CaseReference of = frame.show(model, reference, "").reference();
        return page(model, TypedForm.empty(), looked, appointments.get(of, id));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/attended")
    String attended(@PathVariable String reference, @PathVariable long id, Model model, RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        Appointment appointment = appointments.get(of, id);
        TypedForm form = TypedForm.empty();
        Refusals.into(form, () -> appointments.attended(of, id));
        return form.isWrong() ? page(model, form, TypedForm.empty(), appointment)
                : done(redirect, of, "Recorded that they came.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/missed")
    String missed(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "cause", "next", "words");
        CaseReference of = frame.show(model, reference, "").reference();
        Appointment appointment = appointments.get(of, id);
        Missed.Cause cause = AppointmentForms.required(form, "cause", Missed.Cause.class, "Select why they did not come");
        Missed.NextStep next = AppointmentForms.required(form, "next", Missed.NextStep.class, "Select what you do next");
        String words = form.optional("words", AppointmentForms.LONGEST_WHY, "What you know");
        if (cause == Missed.Cause.OTHER && words == null && form.error("words") == null) {
            form.wrong("words", "Enter the cause");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> appointments.didNotAttend(of, id, new Missed(cause, next, words)));
        }
        return form.isWrong() ? page(model, form, TypedForm.empty(), appointment)
                : done(redirect, of, next == Missed.NextStep.NEW_APPOINTMENT
                        ? "Recorded. Now offer another time." : "Recorded. Next: " + next.words() + ".");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/move")
    String move(@PathVariable String reference, @PathVariable long id,
                @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "slot", "why", "tell", "office", "officer", "from-day", "from-month",
                "from-year");
        CaseReference of = frame.show(model, reference, "").reference();
        Appointment appointment = appointments.get(of, id);
        long slot = AppointmentForms.slot(form);
        String why = form.required("why", AppointmentForms.LONGEST_WHY, "The reason", "Enter why it is moved");
        TellBy tell = AppointmentForms.tell(form);
        if (!form.isWrong()) {
            Refusals.into(form, () -> appointments.move(of, id, slot, why, tell));
        }
        return form.isWrong() ? page(model, form, form, appointment) : done(redirect, of, "Moved to "
                + appointments.get(of, id).when() + ".");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/cancel")
    String cancel(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "whyCancelled", "cancelTell");
        CaseReference of = frame.show(model, reference, "").reference();
        Appointment appointment = appointments.get(of, id);
        String why = form.required("whyCancelled", AppointmentForms.LONGEST_WHY, "The reason",
                "Enter why it is cancelled");
        TellBy tell = AppointmentForms.required(form, "cancelTell", TellBy.class, "Select how they are told");
        if (!form.isWrong()) {
            Refusals.into(form, () -> appointments.cancel(of, id, why, tell));
        }
        return form.isWrong() ? page(model, form, TypedForm.empty(), appointment)
                : done(redirect, of, "The appointment is cancelled.");
    }

    private static String done(RedirectAttributes redirect, CaseReference of, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/appointments";
    }

    private String page(Model model, TypedForm form, TypedForm looked, Appointment appointment) {
        model.addAttribute("form", form);
        model.addAttribute("appointment", appointment);
        model.addAttribute("causes", AppointmentForms.options(Missed.Cause.values(), Missed.Cause::words));
        model.addAttribute("nexts", AppointmentForms.options(Missed.NextStep.values(), Missed.NextStep::words));
        forms.times(model, looked);
        forms.tellings(model, appointment.caseReference());
        return "casepage/appointment";
    }
}
