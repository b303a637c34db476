package org.threshold.casepage.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.document.AlreadyThere;
import org.threshold.document.DocumentCategory;
import org.threshold.document.DocumentIntake;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.DocumentRefused;
import org.threshold.document.DocumentSettings;
import org.threshold.document.Documents;
import org.threshold.document.NewDocument;
import org.threshold.document.ScanState;
import org.threshold.document.SentFile;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Adds documents to a case, from a desk or from a phone’s camera, and withdraws wrong ones. Works without JavaScript. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/documents")
class DocumentUploadController {

    private static final String[] FIELDS = {"category", "description", "about", "datedOn-day", "datedOn-month",
        "datedOn-year", "expiresOn-day", "expiresOn-month", "expiresOn-year", "step", "file", "picture"};

    private final CaseFrame frame;
    private final DocumentIntake intake;
    private final Documents documents;
    private final DocumentsController pages;
    private final DocumentSettings settings;
    private final Worklist worklist;

    DocumentUploadController(CaseFrame frame, DocumentIntake intake, Documents documents, DocumentsController pages,
                             DocumentSettings settings, Worklist worklist) {
        this.frame = frame;
        this.intake = intake;
        this.documents = documents;
        this.pages = pages;
        this.settings = settings;
        this.worklist = worklist;
    }

    /** @param category what it is likely to be, where a step asks for it; another one may be chosen */
    @GetMapping("/new")
    String ask(@PathVariable String reference, @RequestParam(defaultValue = "") String step,
               @RequestParam(defaultValue = "") String category, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return page(model, file, TypedForm.empty().with("step", step)
                .with("category", DocumentCategory.named(category).map(Enum::name).orElse("")));
    }

    private String page(Model model, CaseFile file, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("categories", DocumentCategory.values());
        model.addAttribute("members", file.household().stream().filter(HouseholdMember::present)
                .map(member -> new Option(Long.toString(member.id()), member.person().name())).toList());
        model.addAttribute("largest", settings.largestInWords());
        model.addAttribute("step", step(file.reference(), form).orElse(null));
        return "casepage/document-new";
    }

    private Optional<OpenStep> step(CaseReference reference, TypedForm form) {
        return form.text("step").isEmpty() ? Optional.empty() : worklist.openStepsOf(reference).stream()
                .filter(step -> step.stepId().equals(form.text("step"))).findFirst();
    }

    @PostMapping
    String add(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted,
               @RequestParam(required = false) MultipartFile file,
               @RequestParam(required = false) MultipartFile picture, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, FIELDS);
        CaseFile of = frame.show(model, reference, "");
        NewDocument facts = read(form);
        MultipartFile sent = wasSent(file) ? file : picture;
        model.addAttribute("sentBefore", wasSent(sent));
        if (!wasSent(sent)) {
            form.wrong("file", "Choose a file or take a picture");
        }
        Long id = form.isWrong() ? null : added(model, of, form, facts, sent);
        if (id == null) {
            return page(model, of, form);
        }
        return answer(of.reference(), id, step(of.reference(), form), redirect);
    }

    private static boolean wasSent(MultipartFile file) {
        return file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
    }

    private static NewDocument read(TypedForm form) {
        DocumentCategory category = form.choice("category", DocumentCategory.class, "Select what it is");
        if (category == null && form.error("category") == null) {
            form.wrong("category", "Select what it is");
        }
        String description = form.optional("description", NewDocument.LONGEST_DESCRIPTION, "What it shows");
        Long about = form.parsed("about", DocumentUploadController::number);
        LocalDate dated = form.date("datedOn", "The date on the document");
        LocalDate expires = form.date("expiresOn", "The last day");
        return new NewDocument(category, description, about, dated, expires,
                form.text("step").isEmpty() ? null : form.text("step"));
    }

    private static Long number(String typed) {
        if (!typed.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("Select somebody of this household");
        }
        return Long.valueOf(typed);
    }

    /** @return null where it was refused */
    private Long added(Model model, CaseFile of, TypedForm form, NewDocument facts, MultipartFile file) {
        try {
            return intake.add(of.reference(), facts, new SentFile(file.getOriginalFilename(), file.getSize(),
                    file.getBytes()));
        } catch (AlreadyThere same) {
            form.wrong("file", same.getMessage());
            model.addAttribute("same", documents.find(of.reference(), same.id()).orElse(null));
        } catch (DocumentRefused refused) {
            form.wrong("file", refused.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException("An uploaded file could not be read", broken);
        }
        return null;
    }

    private String answer(CaseReference of, long id, Optional<OpenStep> step, RedirectAttributes redirect) {
        DocumentOfCase document = documents.find(of, id).orElseThrow();
        boolean kept = document.scan() != ScanState.INFECTED;
        if (kept) {
            redirect.addFlashAttribute("confirmation", "The document was added: " + document.name());
        }
        return kept && step.isPresent() ? "redirect:/steps/" + step.get().stepId()
                : "redirect:/cases/" + of + "/documents/" + id;
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable String reference, @PathVariable long id,
                    @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason");
        CaseFile file = frame.show(model, reference, "documents");
        DocumentOfCase document = documents.find(file.reference(), id)
                .orElseThrow(() -> new NoSuchElementException("There is no such document"));
        String reason = form.required("reason", DocumentIntake.LONGEST_REASON, "The reason",
                "Enter why it is withdrawn");
        if (form.isWrong()) {
            pages.fill(model, file, document, form);
            return "casepage/document";
        }
        intake.withdraw(file.reference(), id, reason);
        redirect.addFlashAttribute("confirmation", "The document was withdrawn. It is kept, and a team leader sees it.");
        return "redirect:/cases/" + file.reference() + "/documents";
    }
}
