package org.threshold.casepage.web;

import java.util.List;
import java.util.Optional;
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
import org.threshold.casefile.CaseChanged;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.hclic.CaseReturn;
import org.threshold.hclic.ReturnField;
import org.threshold.hclic.ReturnMapping;
import org.threshold.hclic.ReturnSection;
import org.threshold.hclic.Returns;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.NotPossible;

/**
 * Answers of the assessment that the return still misses, or that were wrong, asked again from the mapping. What the
 * assessment found, and the duty that follows, cannot be changed here.
 */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/h-clic/answers")
class ReturnAnswersController {

    private static final String PREVIOUS = "previousReference";
    private static final String NATIONALITY = "nationality";

    private final CaseFrame frame;
    private final Returns returns;
    private final ReturnMapping mapping;
    private final Assessments assessments;
    private final CaseDetails details;

    ReturnAnswersController(CaseFrame frame, Returns returns, ReturnMapping mapping, Assessments assessments,
                            CaseDetails details) {
        this.frame = frame;
        this.returns = returns;
        this.mapping = mapping;
        this.assessments = assessments;
        this.details = details;
    }

    /** One question of the page; {@code options} as the pages read them. */
    record Asked(ReturnField field, List<Option> options) {
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        CaseReturn facts = returns.facts(file.reference());
        return page(model, filled(facts, asked(facts)).with("version", file.version()), facts);
    }

    @PostMapping
    String save(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        CaseReturn facts = returns.facts(file.reference());
        List<ReturnField> fields = asked(facts);
        TypedForm form = TypedForm.of(posted, fields.stream().flatMap(ReturnAnswersController::names)
                .distinct().toArray(String[]::new));
        ReadAnswers read = new ReadAnswers(form, fields);
        if (!form.isWrong()) {
            try {
                record(file, facts, read);
                redirect.addFlashAttribute("confirmation", "The answers were saved.");
                return "redirect:/cases/" + file.reference() + "/h-clic";
            } catch (CaseChanged | NotPossible | IllegalArgumentException refused) {
                form.wrong("save", refused.getMessage());
            }
        }
        return page(model, form, facts);
    }

    private void record(CaseFile file, CaseReturn facts, ReadAnswers read) {
        String previous = read.text(PREVIOUS);
        if (!java.util.Objects.equals(previous, file.previousReference())) {
            details.changePreviousReference(file.reference(), read.version(), previous);
        }
        Optional<Assessment> made = assessments.latest(file.reference());
        if (made.isEmpty()) {
            return;
        }
        if (read.text(NATIONALITY) != null) {
            assessments.putRightNationality(file.reference(), read.text(NATIONALITY));
        }
        assessments.putRight(file.reference(), read.categories(made.get()));
    }

    /** Before there is an assessment only the previous reference can be given; its own step asks the rest. */
    private List<ReturnField> asked(CaseReturn facts) {
        boolean assessed = facts.main().has("assessmentDate");
        return mapping.fields(ReturnSection.MAIN, facts.appliedOn()).stream()
                .filter(field -> field.ask() != null && field.ask().startsWith("/h-clic/answers"))
                .filter(field -> assessed || field.key().equals(PREVIOUS)).toList();
    }

    private static Stream<String> names(ReturnField field) {
        return field.kind() == ReturnField.Kind.DATE
                ? Stream.of(field.key() + "-day", field.key() + "-month", field.key() + "-year", "version")
                : Stream.of(field.key(), "version");
    }

    private static TypedForm filled(CaseReturn facts, List<ReturnField> fields) {
        TypedForm form = TypedForm.empty();
        for (ReturnField field : fields) {
            switch (field.kind()) {
                case DATE -> form.withDate(field.key(), facts.main().day(field.key()));
                case CODES -> form.withAll(field.key(), facts.main().codes(field.key()));
                default -> form.with(field.key(), facts.main().text(field.key()));
            }
        }
        return form;
    }

    private String page(Model model, TypedForm form, CaseReturn facts) {
        model.addAttribute("form", form);
        model.addAttribute("asked", asked(facts).stream().map(field -> new Asked(field, field.codes().stream()
                .map(code -> new Option(code.code(), code.label())).toList())).toList());
        return "casepage/return-answers";
    }
}
