package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanStep;

/** The fields of the page that makes a new version of a plan; its steps are rows that come and go without script. */
final class PlanForm {

    static final int LONGEST_WHY = 1000;
    static final List<Option> GIVEN = List.of(new Option("PRINTED", "Printed, here"), new Option("POST", "By post"),
            new Option("EMAIL", "By email"));
    static final List<Option> YES_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));

    private static final int LONGEST_WISHES = 2000;
    private static final int LONGEST_STEP = 1000;
    private static final int LONGEST_CONTACT = 200;
    private static final Set<String> FIELDS = Set.of("do", "seen", "rows", "why", "wishes", "givenHow", "reviewOn-day",
            "reviewOn-month", "reviewOn-year", ContactQuestion.FIELD);
    private static final List<String> ROW_FIELDS = List.of("who", "what", "kind", "by-day", "by-month", "by-year",
            "agreed", "whyNotAgreed", "contact");

    private final TypedForm typed;

    private PlanForm(TypedForm typed) {
        this.typed = typed;
    }

    static PlanForm of(MultiValueMap<String, String> posted) {
        return new PlanForm(TypedForm.of(posted, PlanForm::knows));
    }

    private static boolean knows(String key) {
        return FIELDS.contains(key) || key.matches("step[0-9]{1,2}-.*")
                && ROW_FIELDS.contains(key.substring(key.indexOf('-') + 1));
    }

    static PlanForm filled(HousingPlan plan) {
        TypedForm form = TypedForm.empty().with("seen", plan.version()).with("wishes", plan.wishes())
                .with("rows", plan.steps().size());
        for (int i = 0; i < plan.steps().size(); i++) {
            PlanStep step = plan.steps().get(i);
            String row = "step" + i + "-";
            form.with(row + "who", step.who()).with(row + "what", step.what()).with(row + "kind", step.kind())
                    .withDate(row + "by", step.by()).with(row + "agreed", step.agreed() ? "yes" : "no")
                    .with(row + "whyNotAgreed", step.whyNotAgreed()).with(row + "contact", step.contact());
        }
        return new PlanForm(form);
    }

    TypedForm typed() {
        return typed;
    }

    int seen() {
        return typed.text("seen").matches("[0-9]{1,6}") ? Integer.parseInt(typed.text("seen")) : -1;
    }

    private int count() {
        String count = typed.text("rows");
        return count.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(count), HousingPlans.MOST_STEPS) : 0;
    }

    List<Integer> rows() {
        return IntStream.range(0, count()).boxed().toList();
    }

    boolean mayAdd() {
        return count() < HousingPlans.MOST_STEPS;
    }

    /** @return whether the button pressed added or took away a row, so that nothing is to be saved yet */
    boolean rowsChanged() {
        String pressed = typed.text("do");
        if (pressed.equals("add-step")) {
            typed.with("rows", Math.min(count() + 1, HousingPlans.MOST_STEPS));
            return true;
        }
        if (pressed.matches("remove-step-[0-9]{1,2}")) {
            remove(Integer.parseInt(pressed.substring("remove-step-".length())));
            return true;
        }
        return false;
    }

    private void remove(int row) {
        int last = count() - 1;
        if (row > last) {
            return;
        }
        for (String field : ROW_FIELDS) {
            for (int i = row; i < last; i++) {
                typed.copy("step" + (i + 1) + "-" + field, "step" + i + "-" + field);
            }
            typed.remove("step" + last + "-" + field);
        }
        typed.with("rows", last);
    }

    /** @return null when something is wrong */
    HousingPlans.Change read(LocalDate today) {
        String why = typed.required("why", LONGEST_WHY, "What has changed", "Enter what has changed");
        String wishes = typed.optional("wishes", LONGEST_WISHES, "What the applicant wants to happen");
        List<PlanStep> steps = new ArrayList<>();
        rows().forEach(row -> steps.add(step("step" + row + "-")));
        if (steps.isEmpty()) {
            typed.wrong("steps", "Add at least one step");
        }
        LocalDate reviewOn = typed.date("reviewOn", "The day of the next review");
        if (reviewOn == null && typed.error("reviewOn") == null) {
            typed.wrong("reviewOn", "Enter the day of the next review");
        } else if (reviewOn != null && !reviewOn.isAfter(today)) {
            typed.wrong("reviewOn", "The day of the next review must be in the future");
        }
        String givenHow = oneOf("givenHow", GIVEN, "Select how the applicant gets their copy");
        return typed.isWrong() ? null : new HousingPlans.Change(why, wishes, givenHow, reviewOn, steps);
    }

    /** What was typed freely about the household; whom to ring for a step is somebody else's number. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(typed.text("why"), typed.text("wishes")));
        rows().forEach(row -> texts.addAll(List.of(typed.text("step" + row + "-what"),
                typed.text("step" + row + "-whyNotAgreed"))));
        return texts;
    }

    private PlanStep step(String row) {
        PlanStep.Who who = choice(row + "who", PlanStep.Who.class, "Select who takes the step");
        String what = typed.required(row + "what", LONGEST_STEP, "The step", "Enter what they will do");
        PlanStep.Kind kind = choice(row + "kind", PlanStep.Kind.class, "Select mandatory or recommended");
        LocalDate by = typed.date(row + "by", "The day by which it is done");
        if (by == null && typed.error(row + "by") == null) {
            typed.wrong(row + "by", "Enter the day by which it is done");
        }
        boolean agreed = "yes".equals(oneOf(row + "agreed", YES_NO, "Select whether the applicant agrees to the step"));
        String whyNot = !typed.chosen(row + "agreed", "no") ? null : typed.required(row + "whyNotAgreed", LONGEST_STEP,
                "Why the applicant does not agree", "Enter why the applicant does not agree to the step");
        return new PlanStep(who, kind, what, by, agreed, whyNot,
                typed.optional(row + "contact", LONGEST_CONTACT, "Whom to ring"));
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type, String message) {
        E chosen = typed.choice(key, type, message);
        if (chosen == null && typed.error(key) == null) {
            typed.wrong(key, message);
        }
        return chosen;
    }

    private String oneOf(String key, List<Option> options, String message) {
        String chosen = typed.text(key);
        if (options.stream().noneMatch(option -> option.name().equals(chosen))) {
            typed.wrong(key, message);
            return null;
        }
        return chosen;
    }
}
