package org.threshold.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.threshold.access.Presence;
import org.threshold.access.SignedIn;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;
import org.threshold.worklist.Completion;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepWork;
import org.threshold.worklist.Worklist;

/** Does what a demonstration person would do at the pages, through the same services. */
@Component
@Profile("demonstration")
public class Desk {

    private final Approaches approaches;
    private final Worklist worklist;
    private final StepWork work;
    private final Presence presence;

    Desk(Approaches approaches, Worklist worklist, StepWork work, Presence presence) {
        this.approaches = approaches;
        this.worklist = worklist;
        this.work = work;
        this.presence = presence;
    }

    CaseReference takeApproach(String username, String team, String givenName, LocalDate born, String reason) {
        return takeApproach(username, team, Person.applicant(givenName, "Example", born), List.of(), reason);
    }

    public CaseReference takeApproach(String username, String team, Person applicant, List<Person> others, String reason) {
        return as(username, () -> approaches.take(new NewApproach(NewCase.atTheDesk(team, applicant, reason)
                .withOthers(others))));
    }

    /**
     * Answers the case's open step of that element, from the office.
     *
     * @param answers by field name; a day as yyyy-mm-dd
     * @throws IllegalStateException when no such step is open or the form refuses the answers
     */
    public void complete(String username, String office, CaseReference reference, String element,
                  Map<String, String> answers) {
        as(username, () -> {
            presence.declareToday(office);
            OpenStep step = worklist.openStepsOf(reference).stream()
                    .filter(open -> open.elementId().equals(element)).findFirst()
                    .orElseThrow(() -> new IllegalStateException(element + " is not open"));
            Completion completion = work.complete(step.stepId(), submission(answers));
            if (completion instanceof Completion.Refused refused) {
                throw new IllegalStateException(element + " refused: " + refused.errors());
            }
            return null;
        });
    }

    /** As a browser sends it: a date in three fields. */
    private static Map<String, List<String>> submission(Map<String, String> answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            if (value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                LocalDate day = LocalDate.parse(value);
                fields.put(key + ".day", List.of(String.valueOf(day.getDayOfMonth())));
                fields.put(key + ".month", List.of(String.valueOf(day.getMonthValue())));
                fields.put(key + ".year", List.of(String.valueOf(day.getYear())));
            } else {
                fields.put(key, List.of(value));
            }
        });
        return fields;
    }

    /** Acts as somebody who has signed in. */
    public <T> T as(String username, Supplier<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, Integer.MAX_VALUE), null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
