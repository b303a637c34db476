package org.threshold.casepage.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.threshold.access.CaseAccess;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.MistypedReference;
import org.threshold.casefile.UnknownCase;
import org.threshold.homelessness.CaseLinks;
import org.threshold.homelessness.Deaths;

/** What every page of a case shows at its top: who it is about, what to know first, and where else to look. */
@Component
class CaseFrame {

    /** One part of the case; {@code path} follows the case's own address. */
    record Section(String key, String title, String path) {
    }

    private static final List<Section> SECTIONS = List.of(
            new Section("overview", "Overview", ""),
            new Section("timeline", "Timeline", "/timeline"),
            new Section("people", "People and contact", "/people"),
            new Section("duties", "Duties and plan", "/duties"),
            new Section("accommodation", "Accommodation", "/accommodation"),
            new Section("appointments", "Appointments", "/appointments"),
            new Section("notes", "Notes", "/notes"),
            new Section("letters", "Letters", "/letters"),
            new Section("documents", "Documents", "/documents"),
            new Section("answers", "Step answers", "/answers"),
            new Section("h-clic", "H-CLIC", "/h-clic"));

    private static final List<Section> FOR_OVERSIGHT = List.of(
            new Section(AuditsOfCaseController.SECTION, "Quality audits", "/audits"),
            new Section(CaseUseController.SECTION, "Who viewed it", "/record"));

    private final CaseDetails details;
    private final People people;
    private final CaseAccess access;
    private final Correspondence correspondence;
    private final CaseLinks links;
    private final Deaths deaths;
    private final BedAndBreakfastNights nights;
    private final Words words;

    CaseFrame(CaseDetails details, People people, CaseAccess access,
              Correspondence correspondence, CaseLinks links, Deaths deaths,
              BedAndBreakfastNights nights, Words words) {
        this.details = details;
        this.people = people;
        this.access = access;
        this.correspondence = correspondence;
        this.links = links;
        this.deaths = deaths;
        this.nights = nights;
        this.words = words;
    }

    /**
     * @param reference as it stands in the address
     * @param section   key of the section shown, or empty on a page that changes something
     */
    CaseFile show(Model model, String reference, String section) {
        CaseFile file = details.of(parse(reference));
        model.addAttribute("file", file);
        model.addAttribute("base", "/cases/" + file.reference());
        model.addAttribute("applicant", file.applicant().person());
        model.addAttribute("alerts", file.flagsOf(CaseFlag.Kind.ALERT));
        model.addAttribute("access", file.flagsOf(CaseFlag.Kind.ACCESS));
        model.addAttribute("teamName", people.team(file.team()).map(Team::name).orElse(file.team()));
        model.addAttribute("sections", sections(file.reference()));
        model.addAttribute("section", section);
        boolean knowsThem = access.knowsThem(file.reference());
        model.addAttribute("knowsThem", knowsThem);
        model.addAttribute("mayWork", access.allows(Permission.WORK_CASES, file.reference()));
        model.addAttribute("mayRecord", access.allows(Permission.RECORD_CONTACT, file.reference()));
        model.addAttribute("onlyBy", correspondence.onlyBy(file.reference()).orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("links", links.of(file.reference()));
        model.addAttribute("nights", nights.watched(file.reference()).orElse(null));
        model.addAttribute("death", deaths.of(file.reference()).orElse(null));
        return file;
    }

    private List<Section> sections(CaseReference reference) {
        return access.allows(Permission.VIEW_CASE_RECORD, reference)
                ? Stream.concat(SECTIONS.stream(), FOR_OVERSIGHT.stream()).toList() : SECTIONS;
    }

    /** A mistyped address is an address where nothing is. */
    private static CaseReference parse(String reference) {
        try {
            return CaseReferences.parse(reference);
        } catch (MistypedReference mistyped) {
            throw new UnknownCase(reference);
        }
    }
}
