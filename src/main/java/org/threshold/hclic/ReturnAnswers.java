package org.threshold.hclic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.hclic.store.ReturnRecords;

/** What only the return asks: what was done under a duty, what was secured, and what became of each support need. */
@Service
public class ReturnAnswers {

    private final ReturnRecords records;
    private final Returns returns;
    private final CurrentOfficer officer;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    ReturnAnswers(ReturnRecords records, Returns returns, CurrentOfficer officer,
                  Timeline timeline, AuditTrail audit, Clock clock) {
        this.records = records;
        this.returns = returns;
        this.officer = officer;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param duty          its number
     * @param resolvedBy    null when nothing was secured, like the two after it
     */
    public record Done(long duty, List<String> activities, String resolvedBy, String accommodation,
                       Boolean inDistrict) {
    }

    /**
     * Records what was done under a prevention or relief duty of the case.
     *
     * @throws IllegalArgumentException when the case has no such duty, or nothing was chosen
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void activities(CaseReference reference, Done done) {
        CaseReturn facts = returns.facts(reference);
        boolean known = List.of(ReturnSection.PREVENTION, ReturnSection.RELIEF).stream()
                .flatMap(section -> facts.rows(section).stream())
                .anyMatch(duty -> duty.get("dutyId").equals(done.duty()));
        if (!known) {
            throw new IllegalArgumentException("This case has no such duty");
        }
        if (done.activities().isEmpty()) {
            throw new IllegalArgumentException("Select what was done");
        }
        records.activities(reference.value(), done.duty(), done.activities(), done.resolvedBy(), done.accommodation(),
                done.inDistrict(), officer.get().username(), clock.instant());
        timeline.add(reference, "system", "What was done under the duty recorded for the return", null);
        audit.record(new AuditEntry(reference.value(), "return.activitiesRecorded", "duty " + done.duty(),
                Map.of("activities", String.join(" ", done.activities())), null, null));
    }

    /**
     * Records what became of support needs; a need that already says the same is passed over.
     *
     * @param help by need
     * @throws IllegalArgumentException when the assessment found no such need
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void help(CaseReference reference, Map<String, String> help) {
        List<CaseReturn.Row> needs = returns.facts(reference).rows(ReturnSection.ASSISTANCE);
        help.forEach((need, answer) -> {
            CaseReturn.Row row = needs.stream().filter(each -> need.equals(each.text("supportNeed"))).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The assessment found no such need"));
            if (!answer.equals(row.text("help"))) {
                records.help(reference.value(), need, answer, officer.get().username(), clock.instant());
            }
        });
        timeline.add(reference, "system", "What became of the support needs recorded", null);
        audit.record(new AuditEntry(reference.value(), "return.helpRecorded", reference.value(),
                Map.of("needs", String.valueOf(help.size())), null, null));
    }
}
