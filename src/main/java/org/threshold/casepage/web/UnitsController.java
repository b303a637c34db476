package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.accommodation.Districts;
import org.threshold.accommodation.Occupancy;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitChecks;
import org.threshold.accommodation.UnitFilter;
import org.threshold.accommodation.UnitWeek;
import org.threshold.accommodation.Units;

/** Units of temporary accommodation: who is in them this week, and one of them as a whole. */
@Controller
@Needs(Permission.VIEW_UNITS)
class UnitsController {

    private static final int LAST_PAGE = 400;
    private static final int LONGEST_WORDS = 100;
    private static final int DAYS_OF_NOTICE = 60;

    private final Occupancy occupancy;
    private final Units units;
    private final UnitChecks checks;
    private final Districts districts;
    private final Providers providers;
    private final UnitWords words;
    private final CurrentOfficer officer;
    private final Permissions permissions;
    private final Clock clock;

    UnitsController(Occupancy occupancy, Units units, UnitChecks checks, Districts districts, Providers providers,
                    UnitWords words, CurrentOfficer officer, Permissions permissions, Clock clock) {
        this.occupancy = occupancy;
        this.units = units;
        this.checks = checks;
        this.districts = districts;
        this.providers = providers;
        this.words = words;
        this.officer = officer;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping("/units")
    String list(@RequestParam Map<String, String> asked, Model model) {
        LocalDate from = day(asked.get("from"));
        int page = page(asked.get("page"));
        UnitFilter filter = filter(asked);
        List<UnitWeek> found = occupancy.week(filter, from, page * Occupancy.PAGE);
        model.addAttribute("weeks", found.stream().limit(Occupancy.PAGE).toList());
        model.addAttribute("days", java.util.stream.IntStream.range(0, Occupancy.DAYS).mapToObj(from::plusDays).toList());
        model.addAttribute("filter", filter);
        model.addAttribute("from", from);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("table", "table".equals(asked.get("show")));
        model.addAttribute("districts", districts.all());
        model.addAttribute("kinds", Unit.Kind.values());
        model.addAttribute("strip", link(asked, "show", "strip"));
        model.addAttribute("asTable", link(asked, "show", "table"));
        model.addAttribute("earlier", link(asked, "from", from.minusDays(Occupancy.DAYS).toString()));
        model.addAttribute("later", link(asked, "from", from.plusDays(Occupancy.DAYS).toString()));
        model.addAttribute("previous", page == 0 ? null : link(asked, "page", String.valueOf(page - 1)));
        model.addAttribute("next", found.size() > Occupancy.PAGE ? link(asked, "page", String.valueOf(page + 1)) : null);
        frame(model);
        return "unit/list";
    }

    private static LocalDate readDay(String typed) {
        return typed != null && typed.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(typed) : null;
    }

    private LocalDate day(String typed) {
        try {
            LocalDate read = readDay(typed);
            return read == null ? LocalDate.now(clock) : read;
        } catch (java.time.DateTimeException notADay) {
            return LocalDate.now(clock);
        }
    }

    private static int page(String typed) {
        return typed != null && typed.matches("[0-9]{1,3}") ? Math.min(LAST_PAGE, Integer.parseInt(typed)) : 0;
    }

    private static UnitFilter filter(Map<String, String> asked) {
        String typed = asked.getOrDefault("words", "").replace("\u0000", "").strip();
        String district = asked.getOrDefault("district", "").strip();
        String bedrooms = asked.getOrDefault("bedrooms", "");
        String type = asked.getOrDefault("type", "");
        return new UnitFilter(typed.substring(0, Math.min(LONGEST_WORDS, typed.length())),
                district.matches("E[0-9]{8}") ? district : null,
                java.util.Arrays.stream(Unit.Kind.values()).filter(kind -> kind.name().equals(type)).findFirst().orElse(null),
                bedrooms.matches("[0-9]{1,2}") ? Integer.valueOf(bedrooms) : null, asked.containsKey("free"),
                asked.containsKey("stepFree"), type.equals("BB") ? Boolean.TRUE : null, asked.containsKey("withdrawn"));
    }

    private static String link(Map<String, String> asked, String key, String value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/units");
        List.of("words", "district", "type", "bedrooms", "free", "stepFree", "withdrawn", "show", "from", "page").stream()
                .filter(each -> !each.equals(key) && !(each.equals("page") && !key.equals("page")))
                .filter(each -> !asked.getOrDefault(each, "").isBlank())
                .forEach(each -> link.queryParam(each, "{" + each + "}"));
        return link.queryParam(key, value).encode().buildAndExpand(asked).toUriString();
    }

    @GetMapping("/units/{id}")
    String show(@PathVariable long id, Model model) {
        Unit unit = units.get(id);
        model.addAttribute("unit", unit);
        model.addAttribute("outside", units.outside(unit));
        model.addAttribute("district", districts.get(unit.district()));
        model.addAttribute("provider", providers.get(unit.providerId()));
        model.addAttribute("checks", checks.latest(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("rates", units.rates(List.of(id)).get(id));
        model.addAttribute("facilities", units.facilities(List.of(id)).get(id));
        model.addAttribute("stays", occupancy.of(id));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("week", occupancy.weekOf(unit, LocalDate.now(clock)));
        frame(model);
        return "unit/show";
    }

    @GetMapping("/units/checks")
    String expiring(@RequestParam(defaultValue = "0") int page, Model model) {
        LocalDate today = LocalDate.now(clock);
        int at = Math.max(0, Math.min(LAST_PAGE, page));
        List<UnitChecks.Expiry> found = checks.expiringBy(today.plusDays(DAYS_OF_NOTICE), at * UnitChecks.PAGE);
        model.addAttribute("found", found.stream().limit(UnitChecks.PAGE).toList());
        model.addAttribute("next", found.size() > UnitChecks.PAGE ? "/units/checks?page=" + (at + 1) : null);
        model.addAttribute("previous", at == 0 ? null : "/units/checks?page=" + (at - 1));
        model.addAttribute("today", today);
        model.addAttribute("until", today.plusDays(DAYS_OF_NOTICE));
        frame(model);
        return "unit/checks";
    }

    private void frame(Model model) {
        model.addAttribute("words", words);
        model.addAttribute("mayKeep", permissions.allows(officer.get(), Permission.KEEP_UNITS));
    }
}
