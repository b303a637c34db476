package org.threshold.casepage.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Presence;
import org.threshold.appointment.OfferedSlots;
import org.threshold.appointment.OfferedSlots.Made;
import org.threshold.appointment.OfferedSlots.Series;
import org.threshold.appointment.OfferedSlots.Shown;

/** The times that are offered for appointments: made in series, withdrawn one by one. */
@Controller
@Needs(Permission.KEEP_SLOTS)
@RequestMapping("/appointments/slots")
class SlotsController {

    private static final List<Option> LENGTHS = Stream.of(30, 45, 60, 90, 120)
            .map(minutes -> new Option(Integer.toString(minutes), minutes + " minutes")).toList();
    private static final List<Option> DAYS = Arrays.stream(DayOfWeek.values()).map(day -> new Option(day.name(),
            day.getDisplayName(TextStyle.FULL, Locale.UK))).toList();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private final OfferedSlots offered;
    private final Presence presence;
    private final Words words;
    private final Clock clock;

    SlotsController(OfferedSlots offered, Presence presence, Words words, Clock clock) {
        this.offered = offered;
        this.presence = presence;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        LocalDate today = LocalDate.now(clock);
        return page(model, TypedForm.empty().withDate("from", today).withDate("until", today.plusDays(13))
                .with("begins", "10:00").with("ends", "16:00").with("minutes", 60)
                .withAll("days", List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY)));
    }

    @PostMapping
    String make(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "officer", "office", "from-day", "from-month", "from-year", "until-day",
                "until-month", "until-year", "days", "begins", "ends", "minutes");
        Series series = read(form);
        if (!form.isWrong()) {
            Refusals.into(form, () -> redirect.addFlashAttribute("confirmation", said(offered.make(series))));
        }
        return form.isWrong() ? page(model, form) : "redirect:/appointments/slots";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        offered.withdraw(id);
        redirect.addFlashAttribute("confirmation", "The slot is not offered any more.");
        return "redirect:/appointments/slots";
    }

    private Series read(TypedForm form) {
        String officer = form.required("officer", 100, "The officer", "Select an officer");
        String office = form.required("office", 100, "The office", "Select an office");
        LocalDate from = day(form, "from", "First day");
        LocalDate until = day(form, "until", "Last day");
        Set<DayOfWeek> days = form.choices("days", DayOfWeek.class, "Select the days from the list");
        if (days.isEmpty() && form.error("days") == null) {
            form.wrong("days", "Select at least one day of the week");
        }
        LocalTime begins = time(form, "begins", "Enter when the first begins");
        LocalTime ends = time(form, "ends", "Enter when the last ends");
        int minutes = LENGTHS.stream().filter(length -> length.name().equals(form.text("minutes"))).findFirst()
                .map(length -> Integer.parseInt(length.name())).orElse(0);
        if (minutes == 0) {
            form.wrong("minutes", "Select how long each is");
        }
        return form.isWrong() ? null : new Series(officer, office, from, until, days, begins, ends, minutes);
    }

    private static LocalDate day(TypedForm form, String key, String what) {
        LocalDate day = form.date(key, what);
        if (day == null && form.error(key) == null) {
            form.wrong(key, "Enter the " + what.toLowerCase(Locale.ROOT));
        }
        return day;
    }

    private static LocalTime time(TypedForm form, String key, String whenEmpty) {
        LocalTime time = form.parsed(key, VisitController::time);
        if (time == null && form.error(key) == null) {
            form.wrong(key, whenEmpty);
        }
        return time;
    }

    private static String said(Made made) {
        String slots = made.made() == 1 ? "1 slot is offered." : made.made() + " slots are offered.";
        String overlap = made.overlap() == 0 ? "" : " " + made.overlap()
                + " were left out: they are past, or the officer has a slot then already.";
        return slots + overlap + (made.notThere().isEmpty() ? "" : " No slots on "
                + made.notThere().stream().map(DAY::format).collect(Collectors.joining(", "))
                + ": the rota does not have the officer at that office. Plan the days first.");
    }

    private String page(Model model, TypedForm form) {
        List<Shown> ahead = offered.ahead(LocalDate.now(clock));
        model.addAttribute("form", form);
        model.addAttribute("ahead", ahead.stream().limit(OfferedSlots.MOST_SHOWN).toList());
        model.addAttribute("more", ahead.size() > OfferedSlots.MOST_SHOWN);
        model.addAttribute("unkept", offered.unkept());
        model.addAttribute("officers", offered.officers().stream()
                .map(officer -> new Option(officer.username(), officer.name())).toList());
        model.addAttribute("offices", presence.offices().stream().map(office -> new Option(office, office)).toList());
        model.addAttribute("weekdays", DAYS);
        model.addAttribute("lengths", LENGTHS);
        model.addAttribute("words", words);
        return "casepage/slots";
    }
}
