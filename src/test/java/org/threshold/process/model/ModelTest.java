package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.Presence;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.form.FieldError;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.CooperationRefusals;
import org.threshold.homelessness.ContactAttempts;
import org.threshold.homelessness.ContactWay;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.NewApproach;
import org.threshold.homelessness.OfferKind;
import org.threshold.homelessness.OfferOnRecord;
import org.threshold.homelessness.Question;
import org.threshold.letter.Letters;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.Completion;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.OverdueBoard;
import org.threshold.worklist.OverdueBoard.Escalation;
import org.threshold.worklist.StepWork;
import org.threshold.worklist.Worklist;

/**
 * Plays the council's real processes as the pages do: approaches are taken, forms are sent and checked, officers sign
 * for each other, and timers are fired at the moment they are due. Writes down where the cases come through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelTest extends ProcessTest {

    static final String OWN_DISTRICT = "E07999001";
    static final String NEIGHBOUR = "E07999002";
    private static final String OFFICE = "Harbour Office";
    /** What a case does and waits for; gateways, starts and calls only lie between. */
    private static final String STATION = "(task|service|decision|timer|message|escalation|end)_.*";

    @Autowired
    Worklist worklist;
    @Autowired
    OverdueBoard board;
    @Autowired
    Letters letters;
    @Autowired
    ContactAttempts attempts;
    @Autowired
    CooperationRefusals refusals;
    @Autowired
    private Approaches approaches;
    @Autowired
    StepWork work;
    @Autowired
    private Presence presence;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private Visits visits;
    @Autowired
    private CaseFindings findings;

    @Autowired
    private UnitRegister units;
    @Autowired
    private Providers providers;
    @Autowired
    private Household household;

    /** A flat for two that is free, in the district with this ONS code. */
    long unitIn(String district) {
        String name = "Example Court " + UUID.randomUUID();
        return units.add(new UnitDetails(name, "1 Example Street", "AA1 1AA", district, providers.add(name, null, null),
                Unit.Kind.NIGHTLY_PAID, 1, 4, true, null, null), new Facilities(Facilities.RunBy.COUNCIL, false, true,
                Facilities.Share.OWN, Facilities.Share.OWN, Facilities.Share.OWN), new Rate(Rate.Per.NIGHT, 4500, 500));
    }

    long applicant(CaseReference reference) {
        return household.of(reference).get(0).id();
    }

    @BeforeAll
    void writeDown() {
        visits.begin();
    }

    @AfterAll
    void writeNoMore() {
        visits.end();
    }

    /** An approach that waits for triage. */
    CaseReference approach() {
        return approaches.take(new NewApproach(NewCase.atTheDesk(TEAM,
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave by family")));
    }

    /** An approach that waits for identity and eligibility, without interim accommodation. */
    CaseReference inAssessment() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.noInterim());
        return reference;
    }

    CaseReference inPrevention() {
        return planned(FilledForms.threatened(today()));
    }

    CaseReference inRelief() {
        return planned(FilledForms.homeless(today()));
    }

    private CaseReference planned(Map<String, List<String>> assessment) {
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", assessment);
        answer(reference, "task_agreePlan", FilledForms.plan(today().plusDays(7)));
        return reference;
    }

    /** An approach that waits for its diary date. */
    CaseReference inDiary() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.diary(today().plusDays(100)));
        return reference;
    }

    CaseReference inMainDuty() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));
        return reference;
    }

    /** A case whose applicant was warned that they refused a mandatory step of their plan. */
    CaseReference warned(Map<String, List<String>> assessment) {
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", assessment);
        answer(reference, "task_agreePlan", RefusedStep.plan(today().plusDays(40)));
        refusals.begin(reference, RefusedStep.facts(), today().plusDays(14));
        follow(reference);
        return reference;
    }

    /** The period of the warning passes, and the notice is drafted, authorised and given. */
    void notice(CaseReference reference) {
        runOut(reference, "timer_warningEnds");
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        answerAs(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised());
    }

    /** A case of which no duty is owed: inquiries for the decision are open. */
    CaseReference inDecision(String assessmentOutcome) {
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", assessmentOutcome.equals("NOT_ELIGIBLE")
                ? FilledForms.notEligible() : FilledForms.identity());
        answer(reference, "task_recordAssessment", FilledForms.noDutyOwed(assessmentOutcome));
        return reference;
    }

    /** Inquiries, draft, and the second officer's signature. */
    void decide(CaseReference reference, String outcome, Map<String, List<String>> findings) {
        answer(reference, "task_makeInquiries", findings);
        answer(reference, "task_draftDecision", FilledForms.draft(outcome, today()));
        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());
        ownPlace(reference);
    }

    /** Where a place is looked for, they have one of their own: the way to a place has a test of its own. */
    void ownPlace(CaseReference reference) {
        if (open(reference).contains("task_findUnit")) {
            answer(reference, "task_findUnit", FilledForms.noPlaceNeeded());
        }
    }

    /** The officer who does the work completes the step, and what follows by itself is done. */
    void answer(CaseReference reference, String element, Map<String, List<String>> form) {
        answerAs(OFFICER, reference, element, form);
    }

    void answerAs(String who, CaseReference reference, String element, Map<String, List<String>> form) {
        assertThat(send(who, reference, element, form)).as("what is wrong with " + element).isEmpty();
        follow(reference);
    }

    /** Sends the form of a step; what is wrong with it in the officer's words, or empty when the step is done. */
    List<String> send(String who, CaseReference reference, String element, Map<String, List<String>> form) {
        signIn(who);
        if (!presence.onSiteToday(who)) {
            presence.declareToday(OFFICE);
        }
        Completion completion = work.complete(step(reference, element).stepId(), form);
        signIn(OFFICER);
        return completion instanceof Completion.Refused refused
                ? refused.errors().stream().map(FieldError::message).toList() : List.of();
    }

    boolean withdraw(CaseReference reference) {
        boolean withdrawn = approaches.withdraw(reference, "They have moved in with a friend");
        follow(reference);
        return withdrawn;
    }

    /** How a case stands whose last duty ended for that reason. */
    static CaseStatus statusAfter(String reason) {
        return switch (reason) {
            case "WITHDREW" -> CaseStatus.WITHDRAWN;
            case "CONTACT_LOST" -> CaseStatus.CONTACT_LOST;
            case "LC_REFERRAL_ACCEPTED" -> CaseStatus.REFERRED_LC;
            default -> CaseStatus.CLOSED;
        };
    }

    /** The attempts after which contact counts as lost. */
    void triedInVain(CaseReference reference) {
        for (int daysAgo : new int[] {8, 4, 1}) {
            attempts.record(reference, today().minusDays(daysAgo), daysAgo == 4 ? ContactWay.POST : ContactWay.PHONE,
                    false, "No answer");
        }
    }

    boolean backInTouch(CaseReference reference) {
        return approaches.backInTouch(reference, "The notice came earlier");
    }

    /** An offer of a settled home on record with its whole chain, which they refused. */
    long refusedOffer(CaseReference reference, DutyKind duty, OfferKind kind) {
        return OfferOnRecord.refused(jdbc, letters, reference, duty, kind, owedFor(reference, duty));
    }

    /** The main duty ends with a home through the register, accepted on record. */
    Map<String, List<String>> discharged(CaseReference reference) {
        return FilledForms.mainDutyOnOffer("PART6_ACCEPTED", acceptedOffer(reference, DutyKind.MAIN, OfferKind.PART6),
                today());
    }

    /** It ends on a final offer that they refused, on record. */
    Map<String, List<String>> offerRefused(CaseReference reference) {
        return FilledForms.mainDutyOnOffer("PART6_REFUSED", refusedOffer(reference, DutyKind.MAIN,
                OfferKind.FINAL_PART6), today());
    }

    long acceptedOffer(CaseReference reference, DutyKind duty, OfferKind kind) {
        return OfferOnRecord.accepted(jdbc, letters, reference, duty, kind, owedFor(reference, duty));
    }

    /** The duty has run for ten days already: an offer from before it began would end nothing of it. */
    private LocalDate owedFor(CaseReference reference, DutyKind duty) {
        LocalDate since = today().minusDays(10);
        jdbc.sql("update duty set started_on = least(started_on, :since) where case_reference = :reference and kind = :kind"
                + " and ended_on is null").param("since", since).param("reference", reference.value())
                .param("kind", duty.name()).update();
        return since;
    }

    /** The end of the duty on that ground, with what must be on record first. */
    Map<String, List<String>> ended(CaseReference reference, DutyKind duty, String end, String reason) {
        if (reason.equals("NOT_ELIGIBLE")) {
            findings.record(reference, Question.ELIGIBLE, Finding.NO, null, "Leave to remain has run out");
        }
        return switch (reason) {
            case "REFUSED_OFFER" -> FilledForms.offerRefused(end, reason, refusedOffer(reference, duty,
                    OfferKind.SUITABLE_6M), today());
            case "REFUSED_FINAL_OFFER" -> FilledForms.offerRefused(end, reason, refusedOffer(reference, duty,
                    OfferKind.FINAL_ACCOMMODATION), today());
            default -> FilledForms.ended(end, reason, today());
        };
    }

    /** Moves the clock to when the timer at the element is due, and lets it run out. */
    void runOut(CaseReference reference, String element) {
        asService(() -> {
            fire(reference, element);
            return null;
        });
        follow(reference);
    }

    /** Does what the engine does by itself next, such as a letter. */
    void follow(CaseReference reference) {
        for (List<Job> jobs = messages(reference); !jobs.isEmpty(); jobs = messages(reference)) {
            String job = jobs.get(0).getId();
            asService(() -> {
                management.executeJob(job);
                return null;
            });
        }
    }

    private List<Job> messages(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).listPage(0, 100)
                .stream().map(process -> management.createJobQuery().processInstanceId(process.getId()).messages()
                        .listPage(0, 100)).flatMap(Collection::stream).toList();
    }

    OpenStep step(CaseReference reference, String element) {
        return worklist.openStepsOf(reference).stream().filter(step -> step.elementId().equals(element)).findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open; open are " + open(reference)));
    }

    /** What is known to the form of an open step before anybody has typed. */
    Map<String, Object> facts(String stepId) {
        return work.open(stepId).facts();
    }

    /** The ids of the open steps. */
    List<String> open(CaseReference reference) {
        return worklist.openStepsOf(reference).stream().map(OpenStep::elementId).sorted().toList();
    }

    CaseStatus status(CaseReference reference) {
        return cases.summary(reference).status();
    }

    List<String> lettersOf(CaseReference reference) {
        return letters.of(reference).stream().map(Letters.Letter::template).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Lets the step become late, sees its ladder begin, completes it, and sees the ladder go. */
    void lateThenAnswered(CaseReference reference, String element, Map<String, List<String>> form) {
        lateThenAnsweredBy(OFFICER, reference, element, form);
    }

    void lateThenAnsweredBy(String who, CaseReference reference, String element, Map<String, List<String>> form) {
        String step = step(reference, element).stepId();
        late(reference, element);
        answerAs(who, reference, element, form);
        assertThat(ladders()).as("ladders of steps that have ended").extracting(Escalation::stepId)
                .doesNotContain(step);
        assertThat(timers(reference, "timer_reminderOver")).isEmpty();
    }

    void late(CaseReference reference, String element) {
        OpenStep step = step(reference, element);
        runOut(reference, "timer_overdue" + element.substring("task_".length(), "task_".length() + 1).toUpperCase()
                + element.substring("task_".length() + 1));
        assertThat(clock.instant()).as(element + " is due when its timer runs out").isEqualTo(step.dueAt());
        assertThat(ladders()).filteredOn(each -> each.stepId().equals(step.stepId())).singleElement()
                .satisfies(each -> assertThat(each.rung()).isEqualTo(OverdueBoard.Rung.REMINDED));
    }

    List<Escalation> ladders() {
        return asService(() -> board.escalationsOf(Set.of(TEAM)));
    }

    /** Every element that the case came to in any of its processes. */
    List<String> visited(CaseReference reference) {
        return visits.ofCase(reference.value());
    }

    /** What the case did and waited for so far in all of its processes, in order; ladders of late steps too. */
    List<String> route(CaseReference reference) {
        return visits.ofCase(reference.value()).stream().filter(id -> id.matches(STATION)).toList();
    }

    /** Fails with the names of what no case came through; prints how much was covered. */
    void assertCovered(String model) {
        BpmnModelInstance bpmn = repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
                .processDefinitionKey(model).latestVersion().singleResult().getId());
        Set<String> visited = new TreeSet<>(visits.ofModel(model));
        visited.addAll(compensated(bpmn, visited));
        Set<String> nodes = bpmn.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> flows = bpmn.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> taken = new TreeSet<>(visited);
        taken.addAll(waitedFor(bpmn, visited));
        System.out.printf("Coverage of %s: nodes %s, flows %s%n", model, share(nodes, visited), share(flows, taken));
        assertThat(missing(nodes, visited)).as("nodes of " + model + " that no case came to").isEmpty();
        assertThat(missing(flows, taken)).as("flows of " + model + " that no case took").isEmpty();
    }

    /** The engine goes from a completed activity to what puts it back without coming to the event between them. */
    private static Set<String> compensated(BpmnModelInstance bpmn, Set<String> visited) {
        return bpmn.getModelElementsByType(Association.class).stream()
                .filter(each -> visited.contains(each.getTarget().getId())).map(each -> each.getSource().getId())
                .collect(Collectors.toSet());
    }

    /** The engine takes no flow behind an event-based gateway: it waits there, and goes on at the event itself. */
    private static Set<String> waitedFor(BpmnModelInstance bpmn, Set<String> visited) {
        return bpmn.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() instanceof EventBasedGateway)
                .filter(flow -> visited.contains(flow.getSource().getId())
                        && visited.contains(flow.getTarget().getId()))
                .map(SequenceFlow::getId).collect(Collectors.toSet());
    }

    private static String share(Set<String> all, Set<String> visited) {
        int done = all.size() - missing(all, visited).size();
        return done + "/" + all.size() + " (" + Math.round(100.0 * done / all.size()) + " %)";
    }

    private static Set<String> missing(Set<String> all, Set<String> visited) {
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(visited);
        return missing;
    }
}
