package org.threshold.homelessness.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.homelessness.HousingAuthority;
import org.threshold.homelessness.LocalConnection;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Each person's local connections and safety, before another council is asked (s198(2) to (3), s199). */
@Component
class CheckReferralStep implements StepHandler {

    private static final String NEW = "NEW";

    private final CouncilReferrals referrals;
    private final CaseDetails cases;

    CheckReferralStep(CouncilReferrals referrals, CaseDetails cases) {
        this.referrals = referrals;
        this.cases = cases;
    }

    @Override
    public String formKey() {
        return "check-referral-conditions";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        CaseReference reference = step.caseReference();
        Map<String, Object> facts = new HashMap<>();
        List<HouseholdMember> household = referrals.household(reference);
        Map<String, String> people = new LinkedHashMap<>();
        household.forEach(member -> people.put(String.valueOf(member.id()), member.person().name() + " ("
                + member.person().relationship().title().toLowerCase() + ")"));
        Map<String, String> councils = new LinkedHashMap<>();
        referrals.authorities().forEach(one -> councils.put(String.valueOf(one.id()), one.name()));
        councils.put(NEW, "Another council");
        facts.put("options", Map.of("household", people, "councils", councils));
        Beside beside = new Beside();
        referrals.open(reference).ifPresent(open -> before(facts, beside, open));
        facts.putIfAbsent("members", household.stream()
                .map(member -> Map.of("person", String.valueOf(member.id()))).toList());
        beside.line("Alerts", String.join(", ", cases.of(reference).flagsOf(CaseFlag.Kind.ALERT).stream()
                .map(CaseFlag::title).toList()));
        return beside.findings(referrals.findings(reference)).put(facts);
    }

    private static void before(Map<String, Object> facts, Beside beside, CouncilReferral open) {
        beside.line("Why it was proposed", open.why());
        CouncilReferral.Check last = open.check();
        if (last == null || !last.met()) {
            return;
        }
        open.last(CouncilReferral.Kind.RETURNED)
                .ifPresent(returned -> beside.line("Returned, because", returned.words()));
        facts.put("conditionsMet", "yes");
        facts.put("council", String.valueOf(last.authority().id()));
        facts.put("inquiriesMade", last.inquiries());
        facts.put("referralReasons", last.reasons());
        facts.put("members", last.members().stream().map(CheckReferralStep::row).toList());
    }

    private static Map<String, Object> row(CouncilReferral.Member member) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("person", String.valueOf(member.memberId()));
        row.put("here", member.here().name());
        row.put("hereWhy", member.hereWhy());
        row.put("there", member.there().name());
        row.put("thereWhy", member.thereWhy());
        row.put("risk", member.risk().name());
        row.put("riskAsked", member.riskAsked());
        return row;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!answers.yes("conditionsMet")) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        HousingAuthority to = to(answers);
        if (to.lines().isEmpty()) {
            errors.add(new FieldError("councilAddress", "Enter an address or an email address: the council must be"
                    + " notified"));
        }
        errors.addAll(referrals.problems(step.caseReference(), to, members(answers)));
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean met = answers.yes("conditionsMet");
        if (met) {
            referrals.conditionsMet(step.caseReference(), to(answers), members(answers),
                    answers.text("inquiriesMade"), answers.text("referralReasons"));
        } else {
            referrals.notReferred(step.caseReference(), answers.text("inquiriesMade"),
                    answers.text("referralReasons"));
        }
        return Map.of("conditionsMet", met);
    }

    private HousingAuthority to(Answers answers) {
        String chosen = answers.text("council");
        return referrals.authorities().stream().filter(one -> String.valueOf(one.id()).equals(chosen)).findFirst()
                .orElseGet(() -> new HousingAuthority(0, answers.text("councilName"), answers.text("councilAddress"),
                        answers.text("councilEmail")));
    }

    private static List<CouncilReferral.Member> members(Answers answers) {
        return answers.rows("members").stream().map(row -> new CouncilReferral.Member(
                Long.parseLong(row.text("person")), row.code("here", LocalConnection.class), row.text("hereWhy"),
                row.code("there", LocalConnection.class), row.text("thereWhy"),
                row.code("risk", CouncilReferral.Risk.class), row.text("riskAsked"))).toList();
    }
}
