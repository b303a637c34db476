package org.threshold.hclic.web;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.clock.ServiceClock;
import org.threshold.hclic.Quarter;
import org.threshold.hclic.QuarterReturns;
import org.threshold.hclic.ReturnSection;

/** The return of a quarter: what is in it, what is missing, and the files to hand over. Numbers only, no people. */
@Controller
@RequestMapping("/h-clic/quarters")
class QuarterController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private final QuarterReturns quarters;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final People people;

    QuarterController(QuarterReturns quarters, Permissions permissions, CurrentOfficer officer, People people) {
        this.quarters = quarters;
        this.permissions = permissions;
        this.officer = officer;
        this.people = people;
    }

    /** One section of the return in numbers. */
    public record SectionView(String title, int rows, int errors, int warnings) {
    }

    /** An extract that somebody took. @param totals such as '12 cases, 80 rows'; null for what others took */
    public record TakenView(String when, String who, String format, String totals, String sha256) {
    }

    @Needs(Permission.VIEW_RETURN)
    @GetMapping
    String newest(Model model) {
        return show(quarters.quarters().get(0).toString(), model);
    }

    @Needs(Permission.VIEW_RETURN)
    @GetMapping("/{quarter}")
    String show(@PathVariable String quarter, Model model) {
        QuarterReturns.View view = quarters.view(parse(quarter));
        model.addAttribute("view", view);
        model.addAttribute("deadline", DAY.format(view.deadline()));
        model.addAttribute("quarters", quarters.quarters());
        model.addAttribute("sections", sections(view));
        model.addAttribute("mayTake", permissions.allows(officer.get(), Permission.TAKE_RETURN));
        model.addAttribute("taken", view.extracts().stream().map(each -> new TakenView(
                TIME.format(each.at().atZone(ServiceClock.LONDON)), people.nameOf(each.by()), each.format(),
                each.cases() == null ? null : each.cases() + " cases, " + each.rows() + " rows", each.sha256())).toList());
        return "hclic/quarter";
    }

    @Needs(Permission.TAKE_RETURN)
    @PostMapping("/{quarter}/csv")
    ResponseEntity<byte[]> csv(@PathVariable String quarter) {
        return file(quarters.csv(parse(quarter)), new MediaType("application", "zip"));
    }

    @Needs(Permission.TAKE_RETURN)
    @PostMapping("/{quarter}/json")
    ResponseEntity<byte[]> json(@PathVariable String quarter) {
        return file(quarters.json(parse(quarter)), MediaType.APPLICATION_JSON);
    }

    /** After signing in again the browser comes back by GET: nothing is taken unasked. */
    @Needs(Permission.VIEW_RETURN)
    @GetMapping({"/{quarter}/csv", "/{quarter}/json"})
    String back(@PathVariable String quarter) {
        return "redirect:/h-clic/quarters/" + parse(quarter);
    }

    private static ResponseEntity<byte[]> file(QuarterReturns.Extract extract, MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(extract.fileName()).build().toString())
                .body(extract.content());
    }

    private static List<SectionView> sections(QuarterReturns.View view) {
        return Arrays.stream(ReturnSection.values()).map(section -> {
            int[] missing = view.missing().getOrDefault(section, new int[2]);
            return new SectionView(section.title(), view.rows().get(section), missing[0], missing[1]);
        }).toList();
    }

    private static Quarter parse(String text) {
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException nothing) {
            throw new NoSuchElementException("There is no quarter " + text);
        }
    }
}
