package org.threshold.casepage.web;

import java.util.List;
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
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.appointment.Appointment;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.Appointments.AtOffice;
import org.threshold.appointment.Purpose;
import org.threshold.appointment.TellBy;
import org.threshold.casefile.CaseReference;

/** The appointments of a case, and the free times to book another one. */
@Controller
@RequestMapping("/cases/{reference}/appointments")
class AppointmentsController {

    private final CaseFrame frame;
    private final Appointments appointments;
    private final AppointmentForms forms;
    private final Placements placements;

    AppointmentsController(CaseFrame frame, Appointments appointments, AppointmentForms forms, Placements placements) {
        this.frame = frame;
        this.appointments = appointments;
        this.forms = forms;
        this.placements = placements;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @RequestParam MultiValueMap<String, String> asked, Model model) {
        TypedForm looked = TypedForm.of(asked, "office", "officer", "from-day", "from-month", "from-year", "purpose");
        CaseReference of = frame.show(model, reference, "appointments").reference();
        return page(model, TypedForm.empty().with("purpose", looked.text("purpose")), looked, of);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String book(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "slot", "purpose", "tell", "office", "officer", "from-day", "from-month",
                "from-year");
        CaseReference of = frame.show(model, reference, "appointments").reference();
        long slot = AppointmentForms.slot(form);
        Purpose purpose = AppointmentForms.required(form, "purpose", Purpose.class, "Select what it is for");
        TellBy tell = AppointmentForms.tell(form);
        if (!form.isWrong()) {
            Refusals.into(form, () -> redirect.addFlashAttribute("confirmation", "Booked: " + appointments.book(of,
                    new AtOffice(purpose, about(of, purpose), slot, tell)).when() + "."));
        }
        return form.isWrong() ? page(model, form, form, of) : "redirect:/cases/" + of + "/appointments";
    }

    /** A sign-up is about the placement that is on its way. */
    private Long about(CaseReference of, Purpose purpose) {
        return purpose != Purpose.SIGN_UP ? null : placements.onTheWay(of).map(Placement::id).orElse(null);
    }

    private String page(Model model, TypedForm form, TypedForm looked, CaseReference of) {
        List<Appointment> all = appointments.of(of);
        model.addAttribute("form", form);
        model.addAttribute("booked", all.stream().filter(Appointment::booked)
                .sorted(java.util.Comparator.comparing(Appointment::startsAt)).toList());
        model.addAttribute("past", all.stream().filter(appointment -> !appointment.booked()).toList());
        model.addAttribute("purposes", AppointmentForms.options(Purpose.values(), Purpose::words));
        forms.times(model, looked);
        forms.tellings(model, of);
        return "casepage/appointments";
    }
}
