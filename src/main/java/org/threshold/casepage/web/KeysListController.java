package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases;

/** Keys that wait for somebody who may release them, and for supervisors how often they were released and why. */
@Controller
class KeysListController {

    private static final int DAYS = 28;
    private static final int MOST = 100;

    private final KeysReleases releases;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final Words words;
    private final Clock clock;

    KeysListController(KeysReleases releases, CurrentOfficer current, Permissions permissions, Words words,
                       Clock clock) {
        this.releases = releases;
        this.current = current;
        this.permissions = permissions;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Permission.RELEASE_KEYS)
    @GetMapping("/keys")
    String waiting(Model model) {
        model.addAttribute("waiting", releases.waiting());
        model.addAttribute("maySeeReleases", permissions.allows(current.get(), Permission.ASSIGN_WORK));
        model.addAttribute("mayNameDuty", permissions.allows(current.get(), Permission.NAME_DUTY_MANAGER));
        model.addAttribute("words", words);
        return "casepage/keys-that-wait";
    }

    /** Without dates: the last four weeks. */
    @Needs(Permission.ASSIGN_WORK)
    @GetMapping("/keys/releases")
    String released(@RequestParam MultiValueMap<String, String> asked, Model model) {
        TypedForm form = TypedForm.of(asked, "from-day", "from-month", "from-year", "until-day", "until-month",
                "until-year", "reason");
        LocalDate today = LocalDate.now(clock);
        LocalDate until = day(form, "until", "The last day", today);
        LocalDate from = day(form, "from", "The first day", until.minusDays(DAYS - 1L));
        Reason reason = form.choice("reason", Reason.class, "Select one of the reasons");
        if (from.isAfter(until)) {
            form.wrong("from", "The first day must not be after the last day");
        }
        boolean wrong = form.isWrong();
        Map<Reason, Long> counts = wrong ? Map.of() : releases.counts(from, until);
        List<KeysRelease> behind = wrong ? List.of() : releases.behindCounts(reason, from, until, MOST + 1);
        model.addAttribute("form", form.withDate("from", wrong ? null : from).withDate("until", wrong ? null : until));
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("chosen", reason);
        model.addAttribute("counts", counts);
        model.addAttribute("total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("more", behind.size() > MOST);
        model.addAttribute("behind", behind.stream().limit(MOST).toList());
        model.addAttribute("words", words);
        return "casepage/keys-releases";
    }

    private static LocalDate day(TypedForm form, String key, String what, LocalDate otherwise) {
        LocalDate typed = form.date(key, what);
        return typed == null ? otherwise : typed;
    }
}
