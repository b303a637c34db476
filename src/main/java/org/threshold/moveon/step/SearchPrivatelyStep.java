package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.LandlordContact;
import org.threshold.moveon.Means;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.Readinesses;
import org.threshold.moveon.RouteWork;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The search for a private home that they can afford, and what the council gives towards it. */
@Component
class SearchPrivatelyStep implements StepHandler {

    private final RouteWork work;
    private final MoveOns moveOns;
    private final Readinesses readinesses;
    private final RouteNotes notes;
    private final Clock clock;

    SearchPrivatelyStep(RouteWork work, MoveOns moveOns, Readinesses readinesses, RouteNotes notes, Clock clock) {
        this.work = work;
        this.moveOns = moveOns;
        this.readinesses = readinesses;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "search-privately";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        moveOns.running(step.caseReference()).ifPresent(way -> {
            readinesses.means(way).ifPresent(means -> describe(means, beside));
            beside.put("Landlords asked so far", String.valueOf(work.contacts(way).size()));
        });
        return Map.of("beside", beside);
    }

    private static void describe(Means means, Map<String, String> beside) {
        beside.put("Left a week for rent", Words.pounds(means.left()));
        beside.put("Rent that they can pay", Words.pounds(means.mostRent()) + " a week");
        beside.put("Bedrooms", String.valueOf(means.bedrooms()));
        beside.put("Local Housing Allowance", means.lha() == null ? "Not looked up yet" : Words.pounds(means.lha())
                + " a week, read on " + Words.day(means.lhaReadOn()));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new Days(answers, LocalDate.now(clock)).past("contacts", "contactedOn").wrong();
        boolean asked = !answers.rows("contacts").isEmpty() || moveOns.running(step.caseReference())
                .filter(way -> !work.contacts(way).isEmpty()).isPresent();
        if (Next.offer(answers) && !asked) {
            wrong.addAll(Next.tooEarly("Enter the landlord who has the home"));
        }
        return wrong;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        for (Answers row : answers.rows("contacts")) {
            Integer rent = Pence.of(row, "rent");
            work.contacted(step.caseReference(), new LandlordContact(row.day("contactedOn"), row.text("landlord"),
                    row.text("property"), rent == null || rent == 0 ? null : rent, row.text("contactWords")));
        }
        work.helped(step.caseReference(), HelpRows.of(answers, LocalDate.now(clock)));
        notes.tell(step, answers);
        return Next.variable(answers);
    }
}
