package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.OpportunityStore;

/**
 * Children's services told of a child whose household is not eligible or became homeless intentionally, where the
 * applicant agrees (s213A). A child's safety may need it without agreement; then the consideration is on record.
 */
@Service
public class ChildrensServices {

    /** Whether the applicant agrees that children's services are told. */
    public enum Consent { AGREED, REFUSED, NOT_REACHED }

    /**
     * @param safeguarding what was considered about risk; null only where they agreed
     * @param toldTo       whom, or null when nobody was told, like the two after it
     */
    public record Answer(Consent consent, String safeguarding, String toldTo, LocalDate toldOn, String toldWhat) {
    }

    private final OpportunityStore store;
    private final CaseRecord record;

    ChildrensServices(OpportunityStore store, CaseRecord record) {
        this.store = store;
        this.record = record;
    }

    /** What does not fit, by field of the form; empty when all is well. */
    @Needs(Permission.WORK_CASES)
    public List<FieldError> problems(Answer answer) {
        List<FieldError> problems = new ArrayList<>();
        if (answer.consent() == Consent.AGREED && answer.toldTo() == null) {
            problems.add(new FieldError("toldTo", "They agree, so children's services must be told"));
        }
        if (answer.consent() != Consent.AGREED && answer.safeguarding() == null) {
            problems.add(new FieldError("safeguarding", "Enter what you considered about the child's safety"));
        }
        if (answer.toldOn() != null && answer.toldOn().isAfter(record.today())) {
            problems.add(new FieldError("toldOn", "The day must be today or in the past"));
        }
        return problems;
    }

    /** @throws NotPossible with the first of {@link #problems} */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Answer answer) {
        String by = record.by();
        problems(answer).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        store.insertReferral(reference, answer, by, record.now());
        boolean told = answer.toldTo() != null;
        record.tell(reference, "contact", told ? "Children's services told, " + answer.toldTo()
                : "Children's services not told", told ? answer.toldWhat() : answer.safeguarding());
        record.audit(reference, told ? "childrensServices.told" : "childrensServices.considered", reference,
                Map.of("consent", answer.consent().name()), "s213A");
    }
}
