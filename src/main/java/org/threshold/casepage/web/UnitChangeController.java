package org.threshold.casepage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.CheckKind;
import org.threshold.accommodation.Districts;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitChecks;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.accommodation.Units;

/** Adds a unit and changes it: what it is, what it has, what it costs, its checks, when it cannot be used. */
@Controller
@Needs(Permission.KEEP_UNITS)
class UnitChangeController {

    private static final int LONGEST_REASON = 300;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 2);

    private final UnitRegister register;
    private final Units units;
    private final UnitChecks checks;
    private final Availability availability;
    private final Districts districts;
    private final Providers providers;
    private final UnitWords words;
    private final Clock clock;

    UnitChangeController(UnitRegister register, Units units, UnitChecks checks, Availability availability,
                         Districts districts, Providers providers, UnitWords words, Clock clock) {
        this.register = register;
        this.units = units;
        this.checks = checks;
        this.availability = availability;
        this.districts = districts;
        this.providers = providers;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/units/new")
    String blank(Model model) {
        return page(model, TypedForm.empty(), null, "unit/new");
    }

    @PostMapping("/units/new")
    String add(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect,
               HttpServletResponse response) {
        TypedForm form = TypedForm.of(posted, Stream.of(ReadUnit.DETAILS, ReadUnit.FACILITIES, ReadUnit.RATE)
                .flatMap(Stream::of).toArray(String[]::new));
        UnitDetails details = ReadUnit.details(form);
        Facilities has = ReadUnit.facilities(form);
        Rate rate = ReadUnit.rate(form);
        long[] id = new long[1];
        ReadUnit.into(form, () -> id[0] = register.add(details, has, rate));
        return form.isWrong() ? again(model, form, null, "unit/new", response)
                : done(redirect, id[0], "The unit was added.");
    }

    @GetMapping("/units/{id}/change")
    String change(@PathVariable long id, Model model) {
        Unit unit = units.get(id);
        return page(model, ReadUnit.fill(TypedForm.empty().with("version", unit.version()), unit), unit, "unit/change");
    }

    @PostMapping("/units/{id}/change")
    String change(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, Stream.concat(Stream.of(ReadUnit.DETAILS), Stream.of("version"))
                .toArray(String[]::new));
        UnitDetails details = ReadUnit.details(form);
        ReadUnit.into(form, () -> register.change(id, version(form), details));
        return form.isWrong() ? again(model, form, unit, "unit/change", response)
                : done(redirect, id, "The unit was changed.");
    }

    @GetMapping("/units/{id}/rate")
    String rate(@PathVariable long id, Model model) {
        Unit unit = units.get(id);
        return page(model, ReadUnit.fill(TypedForm.empty(), unit.rate()), unit, "unit/rate");
    }

    @PostMapping("/units/{id}/rate")
    String rate(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, key -> List.of(ReadUnit.RATE).contains(key) || fromOrWhy(key));
        Rate rate = ReadUnit.rate(form);
        LocalDate from = from(form);
        String why = why(form);
        ReadUnit.into(form, () -> register.changeRate(id, from, rate, why));
        return form.isWrong() ? again(model, form, unit, "unit/rate", response)
                : done(redirect, id, "The charge was changed.");
    }

    @GetMapping("/units/{id}/facilities")
    String facilities(@PathVariable long id, Model model) {
        Unit unit = units.get(id);
        return page(model, ReadUnit.fill(TypedForm.empty(), unit.facilities()), unit, "unit/facilities");
    }

    @PostMapping("/units/{id}/facilities")
    String facilities(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                      RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, key -> List.of(ReadUnit.FACILITIES).contains(key) || fromOrWhy(key));
        Facilities has = ReadUnit.facilities(form);
        LocalDate from = from(form);
        String why = why(form);
        ReadUnit.into(form, () -> register.changeFacilities(id, from, has, why));
        return form.isWrong() ? again(model, form, unit, "unit/facilities", response)
                : done(redirect, id, "What it has was changed.");
    }

    @GetMapping("/units/{id}/check")
    String check(@PathVariable long id, Model model) {
        return page(model, TypedForm.empty(), units.get(id), "unit/check");
    }

    @PostMapping("/units/{id}/check")
    String check(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, key -> List.of("kind", "reference", "notNeeded").contains(key)
                || key.startsWith("expires-"));
        CheckKind kind = form.choice("kind", CheckKind.class, "Select which check it is");
        ReadUnit.missing(form, "kind", "Select which check it is");
        LocalDate expires = form.date("expires", "The last day");
        String reference = form.optional("reference", 100, "The reference");
        String notNeeded = form.optional("notNeeded", LONGEST_REASON, "The reason");
        if ((expires == null) == (notNeeded == null) && form.error("expires") == null) {
            form.wrong("expires", "Enter the last day on which it holds, or why none is needed, and not both");
        }
        ReadUnit.into(form, () -> {
            if (expires == null) {
                checks.notNeeded(id, kind, notNeeded);
            } else {
                checks.seen(id, kind, expires, reference);
            }
        });
        return form.isWrong() ? again(model, form, unit, "unit/check", response)
                : done(redirect, id, "The check was recorded.");
    }

    @GetMapping("/units/{id}/void")
    String notUsable(@PathVariable long id, Model model) {
        return page(model, TypedForm.empty().withDate("from", LocalDate.now(clock)), units.get(id), "unit/void");
    }

    @PostMapping("/units/{id}/void")
    String notUsable(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                     RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, key -> fromOrWhy(key) || key.startsWith("ready-"));
        LocalDate from = from(form);
        LocalDate ready = form.date("ready", "The day on which it is ready again");
        if (from != null && ready != null && ready.isBefore(from)) {
            form.wrong("ready", "The day on which it is ready again cannot be before the first night");
        }
        String why = why(form);
        ReadUnit.into(form, () -> availability.markVoid(id, from, ready, why));
        return form.isWrong() ? again(model, form, unit, "unit/void", response) : done(redirect, id,
                ready != null && ready.equals(from) ? "The unit is ready again." : "The unit is void in those nights.");
    }

    @GetMapping("/units/{id}/withdraw")
    String withdraw(@PathVariable long id, Model model) {
        Unit unit = units.get(id);
        return page(model, TypedForm.empty().with("version", unit.version()), unit, "unit/withdraw");
    }

    @PostMapping("/units/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                    RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, key -> fromOrWhy(key) || key.equals("version"));
        LocalDate from = from(form);
        String why = why(form);
        ReadUnit.into(form, () -> register.withdraw(id, version(form), from, why));
        return form.isWrong() ? again(model, form, unit, "unit/withdraw", response)
                : done(redirect, id, "The unit is withdrawn.");
    }

    @PostMapping("/units/{id}/use-again")
    String useAgain(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                    RedirectAttributes redirect, HttpServletResponse response) {
        Unit unit = units.get(id);
        TypedForm form = TypedForm.of(posted, "version");
        ReadUnit.into(form, () -> register.useAgain(id, version(form)));
        return form.isWrong() ? again(model, form.with("version", unit.version()), unit, "unit/withdraw", response)
                : done(redirect, id, "The unit is used again.");
    }

    private static boolean fromOrWhy(String key) {
        return key.startsWith("from-") || key.equals("why");
    }

    private static LocalDate from(TypedForm form) {
        LocalDate from = form.date("from", "The day");
        if (from == null && form.error("from") == null) {
            form.wrong("from", "Enter the day");
        } else if (from != null && (from.isBefore(EARLIEST) || from.getYear() > 2100)) {
            form.wrong("from", "The day must be between 2 January 2000 and 2100");
        }
        return from;
    }

    private static String why(TypedForm form) {
        return form.required("why", LONGEST_REASON, "The reason", "Enter the reason");
    }

    private static int version(TypedForm form) {
        Integer version = ReadUnit.number(form, "version", 0, Integer.MAX_VALUE, "Reload the page and try again");
        if (version == null) {
            throw new IllegalArgumentException("Reload the page and try again");
        }
        return version;
    }

    private static String done(RedirectAttributes redirect, long id, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/units/" + id;
    }

    private String again(Model model, TypedForm form, Unit unit, String page,
                         HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, form, unit, page);
    }

    private String page(Model model, TypedForm form, Unit unit, String page) {
        model.addAttribute("form", form);
        model.addAttribute("unit", unit);
        model.addAttribute("words", words);
        model.addAttribute("districts", districts.all().stream()
                .map(each -> new Option(each.code(), each.name())).toList());
        model.addAttribute("providers", providers.all().stream()
                .map(each -> new Option(String.valueOf(each.id()), each.name())).toList());
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("runners", words.runners());
        model.addAttribute("cooking", words.cooking());
        model.addAttribute("shares", words.shares());
        model.addAttribute("periods", words.periods());
        model.addAttribute("checkKinds", words.checks());
        return page;
    }
}
