package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.OutOfHours;

/** A short page for the duty officer, for a phone in the street: who, with whom, safe or not, and where tonight. */
@Controller
@Needs(Permission.TAKE_APPROACH)
@RequestMapping("/out-of-hours")
class OutOfHoursController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_SHORT = 500;
    private static final int LONGEST_ADDRESS = 200;
    private static final List<Option> YES_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));
    private static final List<Option> WHERE = List.of(new Option("PLACED", "We gave them somewhere"),
            new Option("OWN_ARRANGEMENTS", "Somewhere suitable of their own, by choice"),
            new Option("REFUSED", "They refused a suitable offer"),
            new Option("NOT_DUE", "Accommodation is not due tonight"));
    private static final List<Option> KINDS = List.of(new Option("HOSTEL_REFUGE", "Hostel or refuge"),
            new Option("NIGHTLY_PRIVATE_SELF_CONTAINED", "Nightly paid, self-contained"),
            new Option("BB_SHARED_ANNEXE", "Bed and breakfast, or a shared annexe"),
            new Option("LA_HA_STOCK", "Council or housing association home"), new Option("OTHER", "Another kind"));

    private final OutOfHours outOfHours;
    private final OwnTeams teams;
    private final OncePerForm once;
    private final Clock clock;

    OutOfHoursController(OutOfHours outOfHours, OwnTeams teams, OncePerForm once, Clock clock) {
        this.outOfHours = outOfHours;
        this.teams = teams;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        return page(model, TypedForm.empty().with("formId", UUID.randomUUID()));
    }

    @PostMapping
    String take(@RequestParam MultiValueMap<String, String> posted, Model model, HttpSession session,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "formId", "team", "givenName", "familyName", "phone", "withThem", "safe",
                "abuse", "hate", "what", "where", "address", "kind", "inDistrict", "suits", "whyNot");
        Person applicant = applicant(form);
        PhoneNumber phone = form.parsed("phone", PhoneNumber::parse);
        OutOfHours.Night night = night(form);
        InterimArrangement arranged = arranged(form);
        String team = teams.chosen(form, "Select the day team");
        if (form.isWrong()) {
            return page(model, form);
        }
        NewCase newCase = new NewCase(team, Channel.OUT_OF_HOURS, null, applicant, List.of(), new ContactDetails(phone,
                null, null, null, null, null, null), Set.of(), Set.of(), null, night.whatHappened());
        CaseReference[] taken = new CaseReference[1];
        Refusals.into(form, () -> taken[0] = once.open(session, form.text("formId"),
                () -> outOfHours.take(newCase, night, arranged)));
        if (form.isWrong()) {
            return page(model, form);
        }
        redirect.addFlashAttribute("confirmation", "Recorded. The case reference is " + taken[0]
                + ". The day team completes the record on the next working day.");
        return "redirect:/cases/" + taken[0];
    }

    private static Person applicant(TypedForm form) {
        String given = form.optional("givenName", Person.LONGEST_NAME, "First names");
        String family = form.required("familyName", Person.LONGEST_NAME, "Last name",
                "Enter a last name, or the only name they use");
        return form.isWrong() ? null : Person.applicant(given, family, null);
    }

    private static OutOfHours.Night night(TypedForm form) {
        String with = form.optional("withThem", LONGEST_SHORT, "Who is with them");
        boolean safe = yes(form, "safe", "Say whether they are safe tonight");
        boolean abuse = yes(form, "abuse", "Say whether there is a risk of domestic abuse");
        boolean hate = yes(form, "hate", "Say whether there is a risk of other violence or hate crime");
        String what = form.required("what", LONGEST, "What happened", "Enter what happened, in a few words");
        boolean due = !form.text("where").equals("NOT_DUE");
        String whyNot = due ? null : form.required("whyNot", LONGEST, "Why not",
                "Enter why accommodation is not due tonight");
        return form.isWrong() ? null : new OutOfHours.Night(with, safe, abuse, hate, due, whyNot, what);
    }

    private static boolean yes(TypedForm form, String key, String whenEmpty) {
        if (!form.text(key).matches("yes|no")) {
            form.wrong(key, whenEmpty);
        }
        return form.text(key).equals("yes");
    }

    private InterimArrangement arranged(TypedForm form) {
        String where = form.text("where");
        if (WHERE.stream().noneMatch(option -> option.name().equals(where))) {
            form.wrong("where", "Say where they sleep tonight");
            return null;
        }
        if (where.equals("NOT_DUE")) {
            return null;
        }
        return where.equals("PLACED") ? placed(form) : new InterimArrangement(where, null, null, null, null, null,
                form.required("whyNot", LONGEST, "What happened", "Enter what they said, in a few words"));
    }

    private InterimArrangement placed(TypedForm form) {
        String address = form.required("address", LONGEST_ADDRESS, "Where they are", "Enter where they are");
        if (KINDS.stream().noneMatch(option -> option.name().equals(form.text("kind")))) {
            form.wrong("kind", "Select what kind of place it is");
        }
        boolean inDistrict = yes(form, "inDistrict", "Say whether it is in our district");
        String suits = form.optional("suits", LONGEST, "Why it suits them");
        return new InterimArrangement("PLACED", address, form.text("kind"), LocalDate.now(clock), inDistrict,
                suits == null ? "Placed in an emergency at night; the day team looks at it again" : suits, null);
    }

    private String page(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("teams", teams.options());
        model.addAttribute("yesNo", YES_NO);
        model.addAttribute("where", WHERE);
        model.addAttribute("kinds", KINDS);
        return "casepage/out-of-hours";
    }
}
