package org.threshold.casepage.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.Appointments.Visit;
import org.threshold.appointment.LondonTime;
import org.threshold.appointment.Purpose;
import org.threshold.appointment.TellBy;
import org.threshold.appointment.Venue;
import org.threshold.casefile.CaseReference;

/** An officer goes to where the household is: a hospital, a refuge, their home or the unit. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/appointments/visit")
class VisitController {

    private static final List<Option> LENGTHS = Stream.of(30, 45, 60, 90, 120, 180, 240)
            .map(minutes -> new Option(Integer.toString(minutes), minutes + " minutes")).toList();
    private static final int LONGEST_PLACE = 300;

    private final CaseFrame frame;
    private final Appointments appointments;
    private final AppointmentForms forms;
    private final Placements placements;
    private final CurrentOfficer current;

    VisitController(CaseFrame frame, Appointments appointments, AppointmentForms forms, Placements placements,
                    CurrentOfficer current) {
        this.frame = frame;
        this.appointments = appointments;
        this.forms = forms;
        this.placements = placements;
        this.current = current;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return page(model, TypedForm.empty().with("officer", current.get().username()).with("minutes", 60), of);
    }

    @PostMapping
    String arrange(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "venue", "place", "officer", "on-day", "on-month", "on-year", "at",
                "minutes", "purpose", "tell");
        CaseReference of = frame.show(model, reference, "").reference();
        Visit visit = read(form, of);
        if (!form.isWrong()) {
            Refusals.into(form, () -> redirect.addFlashAttribute("confirmation", "Arranged: "
                    + appointments.visit(of, visit).when() + "."));
        }
        return form.isWrong() ? page(model, form, of) : "redirect:/cases/" + of + "/appointments";
    }

    private Visit read(TypedForm form, CaseReference of) {
        Venue venue = AppointmentForms.required(form, "venue", Venue.class, "Select where they are");
        String place = form.required("place", LONGEST_PLACE, "The place", "Enter the place, so that whoever goes finds it");
        String officer = form.text("officer");
        if (forms.officers().stream().noneMatch(option -> option.name().equals(officer))) {
            form.wrong("officer", "Select who goes there");
        }
        LocalDate day = form.date("on", "The day");
        if (day == null && form.error("on") == null) {
            form.wrong("on", "Enter the day");
        }
        LocalTime time = form.parsed("at", VisitController::time);
        if (time == null && form.error("at") == null) {
            form.wrong("at", "Enter the time");
        }
        int minutes = LENGTHS.stream().filter(length -> length.name().equals(form.text("minutes"))).findFirst()
                .map(length -> Integer.parseInt(length.name())).orElse(0);
        if (minutes == 0) {
            form.wrong("minutes", "Select how long it takes");
        }
        Purpose purpose = AppointmentForms.required(form, "purpose", Purpose.class, "Select what it is for");
        TellBy tell = AppointmentForms.tell(form);
        return form.isWrong() ? null : new Visit(purpose, purpose == Purpose.SIGN_UP
                ? placements.onTheWay(of).map(Placement::id).orElse(null) : null, venue, place, officer,
                LondonTime.at(day, time), minutes, tell);
    }

    /** '9:30' or '14.30'. */
    static LocalTime time(String typed) {
        if (!typed.matches("([01]?[0-9]|2[0-3])[:.][0-5][0-9]")) {
            throw new IllegalArgumentException("The time must be in hours and minutes, like 14:30");
        }
        String[] parts = typed.split("[:.]");
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private String page(Model model, TypedForm form, CaseReference of) {
        model.addAttribute("form", form);
        model.addAttribute("venues", Stream.of(Venue.values()).filter(venue -> venue != Venue.OFFICE)
                .map(venue -> new Option(venue.name(), venue.words())).toList());
        model.addAttribute("lengths", LENGTHS);
        model.addAttribute("officers", forms.officers());
        model.addAttribute("purposes", AppointmentForms.options(Purpose.values(), Purpose::words));
        forms.tellings(model, of);
        return "casepage/visit";
    }
}
