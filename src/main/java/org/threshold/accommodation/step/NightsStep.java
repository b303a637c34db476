package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.NightsAnswer;
import org.threshold.accommodation.NightsLedger;
import org.threshold.accommodation.NightsLevel;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Somebody is asked about a household in bed and breakfast; each level has a form of its own. */
class NightsStep implements StepHandler {

    private static final int MOST_POUNDS = 7;

    private final String formKey;
    private final NightsLevel level;
    private final BedAndBreakfastNights nights;
    private final Clock clock;

    NightsStep(String formKey, NightsLevel level, BedAndBreakfastNights nights, Clock clock) {
        this.formKey = formKey;
        this.level = level;
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return formKey;
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        NightsLedger ledger = nights.of(step.caseReference());
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Nights used", ledger.counted() + " of " + NightsLedger.LIMIT);
        ledger.unlawfulSince().ifPresent(day -> beside.put("Unlawful since", Words.day(day)));
        ledger.limitPassedOn().ifPresent(day -> beside.put("Night 43 was on", Words.day(day)));
        if (ledger.counted() < NightsLedger.LIMIT) {
            ledger.dayOfIfTheyStay(NightsLedger.LIMIT).ifPresent(day -> beside.put("Last lawful night", Words.day(day)));
        }
        if (ledger.nightsUnder18() > 0) {
            beside.put("Nights of someone under 18", String.valueOf(ledger.nightsUnder18()));
        }
        beside.put("Unsuitable nights", ledger.unsuitable() + ", because nothing shows that nothing else was available,"
                + " or the limit had passed");
        nights.answers(step.caseReference()).stream().findFirst().ifPresent(last -> beside.put("Answered last",
                said(last)));
        Map<String, Object> facts = new HashMap<>();
        facts.put("beside", beside);
        return facts;
    }

    private static String said(NightsAnswer last) {
        return last.words() + (last.outBy() == null ? "" : " To be out by " + Words.day(last.outBy()) + ".");
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate outBy = answers.day("outBy");
        if (outBy != null && outBy.isBefore(LocalDate.now(clock))) {
            return List.of(new FieldError("outBy", "The day must be today or in the future"));
        }
        String pounds = answers.text("remedyPounds");
        return pounds == null || isMoney(pounds) ? List.of() : List.of(new FieldError("remedyPounds",
                "The amount must be in pounds, like 350 or 262.50"));
    }

    private static boolean isMoney(String pounds) {
        return pounds.strip().matches("£?[0-9]{1," + MOST_POUNDS + "}(\\.[0-9]{2})?");
    }

    private static Integer pence(String pounds) {
        if (pounds == null) {
            return null;
        }
        String digits = pounds.strip().replace("£", "");
        return Integer.parseInt(digits.contains(".") ? digits.replace(".", "") : digits + "00");
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        nights.answer(step.caseReference(), level, answers.text("words"), answers.day("outBy"),
                answers.yesNo("toldHousehold"), answers.text("remedy"), pence(answers.text("remedyPounds")));
        return Map.of();
    }
}
