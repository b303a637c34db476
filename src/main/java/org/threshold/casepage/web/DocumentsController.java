package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.CaseViews;
import org.threshold.audit.PartOfAPage;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.document.DocumentCategory;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.Documents;
import org.threshold.homelessness.CaseLinks;
import org.threshold.oversight.CaseRecords;
import org.threshold.oversight.EntryWords;

/** The documents of a case, to read: the list, and one of them with who looked at it. */
@Controller
@Needs(Permission.VIEW_CASES)
@RequestMapping("/cases/{reference}/documents")
class DocumentsController {

    private final CaseFrame frame;
    private final Documents documents;
    private final CaseLinks links;
    private final CaseAccess access;
    private final CaseViews views;
    private final CaseRecords records;
    private final EntryWords entryWords;
    private final Clock clock;

    DocumentsController(CaseFrame frame, Documents documents, CaseLinks links, CaseAccess access, CaseViews views,
                        CaseRecords records, EntryWords entryWords, Clock clock) {
        this.frame = frame;
        this.documents = documents;
        this.links = links;
        this.access = access;
        this.views = views;
        this.records = records;
        this.entryWords = entryWords;
        this.clock = clock;
    }

    @GetMapping
    String list(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "documents");
        List<DocumentOfCase> all = documents.of(file.reference());
        model.addAttribute("documents", byCategory(all));
        model.addAttribute("merged", ofMergedCases(file.reference()));
        model.addAttribute("withdrawn", mayOversee(file.reference()) ? documents.withdrawn(file.reference()) : List.of());
        model.addAttribute("people", people(file));
        model.addAttribute("today", LocalDate.now(clock));
        return "casepage/documents";
    }

    /** Each category's newest first. */
    private static Map<DocumentCategory, List<DocumentOfCase>> byCategory(List<DocumentOfCase> all) {
        return all.stream().collect(Collectors.groupingBy(DocumentOfCase::category,
                () -> new EnumMap<>(DocumentCategory.class), Collectors.toList()));
    }

    /** What was added to a case before it was merged into this one stays there, as its letters do. */
    private Map<CaseReference, List<DocumentOfCase>> ofMergedCases(CaseReference reference) {
        Map<CaseReference, List<DocumentOfCase>> merged = new LinkedHashMap<>();
        links.of(reference).stream().filter(link -> link.words().equals(CaseLinks.MERGED_IN)).forEach(link -> {
            List<DocumentOfCase> theirs = documents.of(link.other());
            if (!theirs.isEmpty()) {
                merged.put(link.other(), theirs.stream()
                        .sorted(Comparator.comparing(DocumentOfCase::category)).toList());
            }
        });
        return merged;
    }

    static Map<Long, String> people(CaseFile file) {
        return file.household().stream().collect(Collectors.toMap(HouseholdMember::id,
                member -> member.person().name()));
    }

    private boolean mayOversee(CaseReference reference) {
        return access.allows(Permission.VIEW_CASE_RECORD, reference);
    }

    @PartOfAPage("The document, by its number")
    @GetMapping("/{id}")
    String show(@PathVariable String reference, @PathVariable long id, Model model) {
        CaseFile file = frame.show(model, reference, "documents");
        DocumentOfCase document = find(file.reference(), id);
        views.documentViewed(file.reference().value(), id);
        fill(model, file, document, TypedForm.empty());
        return "casepage/document";
    }

    /** A withdrawn one only for those who may see who looked at the case. */
    private DocumentOfCase find(CaseReference reference, long id) {
        Optional<DocumentOfCase> found = documents.find(reference, id);
        if (found.isEmpty() && mayOversee(reference)) {
            found = documents.withdrawn(reference).stream().filter(each -> each.id() == id).findFirst();
        }
        return found.orElseThrow(() -> new NoSuchElementException("There is no such document"));
    }

    void fill(Model model, CaseFile file, DocumentOfCase document, TypedForm form) {
        model.addAttribute("document", document);
        model.addAttribute("form", form);
        model.addAttribute("people", people(file));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("opens", document.scan().opens());
        boolean oversees = mayOversee(file.reference());
        model.addAttribute("seenBy", oversees
                ? entryWords.of(records.viewsOfDocument(file.reference(), document.id())) : null);
    }
}
