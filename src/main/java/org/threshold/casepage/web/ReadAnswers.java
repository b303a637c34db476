package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threshold.hclic.ReturnField;
import org.threshold.homelessness.Assessment;

/** Reads the answers of the return's page, each by the kind that the mapping gives it. */
final class ReadAnswers {

    private static final int LONGEST = 50;
    private static final String POSTCODE = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}";

    private final TypedForm form;
    private final Map<String, Object> values = new HashMap<>();

    ReadAnswers(TypedForm form, List<ReturnField> fields) {
        this.form = form;
        fields.forEach(field -> values.put(field.key(), read(field)));
    }

    private Object read(ReturnField field) {
        return switch (field.kind()) {
            case DATE -> form.date(field.key(), field.label());
            case CODES -> codes(field);
            case CODE -> code(field);
            case TICK -> form.ticked(field.key());
            case POSTCODE -> matching(field, POSTCODE, "Enter a full postcode, like LU1 2BQ");
            case UPRN -> matching(field, "[0-9]{1,12}", "Enter up to 12 numbers");
            default -> form.optional(field.key(), LONGEST, field.label());
        };
    }

    private String code(ReturnField field) {
        String typed = form.text(field.key());
        if (!typed.isEmpty() && field.code(typed).isEmpty()) {
            form.wrong(field.key(), "Select an answer from the list");
        }
        return typed.isEmpty() ? null : typed;
    }

    private List<String> codes(ReturnField field) {
        List<String> typed = form.values().getOrDefault(field.key(), List.of()).stream()
                .filter(code -> !code.isBlank()).toList();
        if (typed.stream().anyMatch(code -> field.code(code).isEmpty())) {
            form.wrong(field.key(), "Select answers from the list");
        }
        return typed;
    }

    private String matching(ReturnField field, String pattern, String message) {
        String typed = form.text(field.key());
        if (!typed.isEmpty() && !typed.matches(pattern)) {
            form.wrong(field.key(), message);
        }
        return typed.isEmpty() ? null : typed;
    }

    /** Null when it was not asked or not answered. */
    String text(String key) {
        return (String) values.get(key);
    }

    private String text(String key, String otherwise) {
        return values.get(key) == null ? otherwise : text(key);
    }

    private LocalDate day(String key) {
        return (LocalDate) values.get(key);
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    int version() {
        return form.text("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.text("version")) : -1;
    }

    /** What an assessment must hold keeps its answer when none is given. */
    Assessment.Categories categories(Assessment before) {
        return new Assessment.Categories(text("reasonForLoss", before.reasonForLoss()), text("arrearsReason"),
                day("lostOn"), text("lastSettledHome", before.lastSettledHome()), text("lastPostcode"),
                text("accommodationNow", before.accommodationNow()), text("sleptRough"),
                text("employment", before.employment()), text("ethnicity"), text("referral", before.referral()),
                text("referralBody"), text("noticeType"), day("noticeExpires"), new Assessment.Background(
                list("income"), text("sex"), text("genderSame"), text("sexualOrientation"), text("lastUprn"),
                Boolean.TRUE.equals(values.get("postcodeNotKnown"))));
    }
}
