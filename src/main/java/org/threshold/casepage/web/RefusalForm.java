package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.threshold.homelessness.CooperationRefusal.Considered;
import org.threshold.homelessness.CooperationRefusal.Facts;
import org.threshold.homelessness.CooperationRefusal.Given;
import org.threshold.homelessness.PlanStep;

/** The fields of the page that begins a warning about co-operation. */
final class RefusalForm {

    private static final int LONGEST = 4000;

    private final TypedForm typed;
    private final List<PlanStep> steps;

    private RefusalForm(TypedForm typed, List<PlanStep> steps) {
        this.typed = typed;
        this.steps = steps;
    }

    static RefusalForm empty(List<PlanStep> steps, LocalDate respondBy) {
        return new RefusalForm(TypedForm.empty().withDate("respondBy", respondBy), steps);
    }

    static RefusalForm of(MultiValueMap<String, String> posted, List<PlanStep> steps) {
        return new RefusalForm(TypedForm.of(posted, "steps", "whyDeliberate", "whyUnreasonable", "considered",
                "circumstances", "givenHow", "respondBy-day", "respondBy-month", "respondBy-year"), steps);
    }

    TypedForm typed() {
        return typed;
    }

    /** The steps by number: their words are long, and two of them may be the same. */
    List<Option> options() {
        return IntStream.range(0, steps.size())
                .mapToObj(at -> new Option(String.valueOf(at), steps.get(at).what())).toList();
    }

    LocalDate respondBy() {
        LocalDate day = typed.date("respondBy", "The last day");
        if (day == null && typed.error("respondBy") == null) {
            typed.wrong("respondBy", "Enter the last day of the period");
        }
        return day;
    }

    /** What was typed; wrong fields are marked on the form. */
    Facts read() {
        List<String> refused = options().stream().filter(option -> typed.chosen("steps", option.name()))
                .map(Option::title).toList();
        if (refused.isEmpty()) {
            typed.wrong("steps", "Select the steps that were refused");
        }
        String deliberate = typed.required("whyDeliberate", LONGEST, "Why it is deliberate",
                "Enter why the refusal is deliberate");
        String unreasonable = typed.required("whyUnreasonable", LONGEST, "Why it is unreasonable",
                "Enter why the refusal is unreasonable");
        List<String> considered = typed.choices("considered", Considered.class, "Select from the list").stream()
                .map(Enum::name).sorted().toList();
        String circumstances = typed.required("circumstances", LONGEST, "Their circumstances",
                "Enter what you found about their needs and circumstances");
        Given given = typed.choice("givenHow", Given.class, "Select how they get the warning");
        if (given == null && typed.error("givenHow") == null) {
            typed.wrong("givenHow", "Select how they get the warning");
        }
        return typed.isWrong() ? null : new Facts(refused, deliberate, unreasonable, considered, circumstances, given);
    }
}
