package org.threshold.worklist.store;

import static org.threshold.worklist.store.Columns.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.StatutoryClock;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.OpenedStep;
import org.threshold.worklist.StepEnd;

/**
 * The rows of open steps: written one statement at a time, each by key or for a whole set. A step of a case that is hidden
 * from whoever asks is not found, as one that never was.
 */
@Repository
public class StepStore {

    private static final String SEEN = Sight.of("worklist_step.case_reference");
    private static final String IMPARTIAL = Sight.impartial("worklist_step.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    StepStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(OpenedStep step, CaseSummary summary, Optional<StatutoryClock> clock) {
        jdbc.sql("""
                insert into worklist_step (step_id, case_reference, applicant_name, name_words, date_of_birth, flags,
                    team, owner, owned_since, role, lane, in_person, due_at, clock_kind, clock_last_day, process_key,
                    process_version, process_instance_id, element_id, name, documentation, form_key, provision,
                    waits_for, created_at)
                values (:step, :case, :applicant, array_to_tsvector(:words), :born, :flags, :team, :owner,
                    :ownedSince, :role, :lane, :inPerson, :due, :clock, :lastDay, :process, :version, :instance,
                    :element, :name, :documentation, :form, :provision, :waitsFor, :created)""")
                .param("step", step.stepId()).param("case", step.caseReference().value())
                .param("applicant", summary.applicantName()).param("words", words(summary))
                .param("born", summary.dateOfBirth()).param("flags", flags(summary))
                .param("team", step.team()).param("owner", step.owner())
                .param("ownedSince", step.owner() == null ? null : at(step.createdAt()))
                .param("role", step.role()).param("lane", step.lane()).param("inPerson", step.inPerson())
                .param("due", at(step.dueAt() == null ? Columns.NO_DUE : step.dueAt()))
                .param("clock", clock.map(it -> it.kind().name()).orElse(null))
                .param("lastDay", clock.map(it -> it.period().lastDay()).orElse(null))
                .param("process", step.processKey()).param("version", step.processVersion())
                .param("instance", step.processInstanceId()).param("element", step.elementId())
                .param("name", step.name()).param("documentation", step.documentation())
                .param("form", step.formKey()).param("provision", step.provision())
                .param("waitsFor", step.waitsFor()).param("created", at(step.createdAt())).update();
    }

    /** A new owner, or none. A hold stays: what is waited for does not come sooner with another officer. */
    public void assign(String stepId, String owner, Instant at) {
        jdbc.sql("""
                update worklist_step set owner = :owner, owned_since = :since
                where step_id = :step and owner is distinct from :owner""")
                .param("owner", owner).param("since", owner == null ? null : at(at)).param("step", stepId).update();
    }

    public void moveToTeam(String stepId, String team) {
        jdbc.sql("update worklist_step set team = :team where step_id = :step")
                .param("team", team).param("step", stepId).update();
    }

    public void changeDue(String stepId, Instant due) {
        jdbc.sql("update worklist_step set due_at = :due where step_id = :step")
                .param("due", at(due == null ? Columns.NO_DUE : due)).param("step", stepId).update();
    }

    public void hold(String stepId, HoldReason reason, LocalDate until) {
        jdbc.sql("update worklist_step set hold_reason = :reason, hold_until = :until where step_id = :step")
                .param("reason", reason == null ? null : reason.name()).param("until", until)
                .param("step", stepId).update();
    }

    /** Takes the row away and leaves the mark of who ended the step, unless its answers already are that mark. */
    public void end(String stepId, StepEnd how, String by, Instant at) {
        jdbc.sql("""
                with gone as (delete from worklist_step where step_id = :step returning *)
                insert into step_answer (step_id, case_reference, process_key, process_version, element_id, form_key,
                    name, ended_how, ended_by, ended_at)
                select step_id, case_reference, process_key, process_version, element_id, form_key, name, :how, :by, :at
                from gone on conflict (step_id) do nothing""")
                .param("step", stepId).param("how", how.name()).param("by", by).param("at", at(at)).update();
    }

    public void caseChanged(CaseSummary summary) {
        jdbc.sql("""
                update worklist_step set applicant_name = :applicant, name_words = array_to_tsvector(:words),
                    date_of_birth = :born, flags = :flags
                where case_reference = :case
                and (applicant_name, date_of_birth, flags) is distinct from (:applicant, :born::date, :flags::text[])""")
                .param("applicant", summary.applicantName()).param("words", words(summary))
                .param("born", summary.dateOfBirth()).param("flags", flags(summary))
                .param("case", summary.reference().value()).update();
    }

    public void clockChanged(CaseReference reference, Optional<StatutoryClock> nearest) {
        jdbc.sql("""
                update worklist_step set clock_kind = :clock, clock_last_day = :lastDay where case_reference = :case
                and (clock_kind, clock_last_day) is distinct from (:clock::text, :lastDay::date)""")
                .param("clock", nearest.map(it -> it.kind().name()).orElse(null))
                .param("lastDay", nearest.map(it -> it.period().lastDay()).orElse(null))
                .param("case", reference.value()).update();
    }

    public Optional<OpenStep> find(String stepId) {
        return jdbc.sql(Columns.STEPS + " where step_id = :step and " + SEEN).param("step", stepId)
                .params(sight.parameters()).query(Columns::openStep).optional();
    }

    /** Waits for whoever changes the step now; empty when it has ended. */
    public Optional<OpenStep> lock(String stepId) {
        return jdbc.sql(Columns.STEPS + " where step_id = :step and " + SEEN + " for update of worklist_step")
                .param("step", stepId).params(sight.parameters()).query(Columns::openStep).optional();
    }

    /** Locks in one order everywhere, so that two bulk changes cannot block each other for ever. */
    public List<OpenStep> lockAll(Collection<String> stepIds) {
        return jdbc.sql(Columns.STEPS + " where step_id = any(:steps) and " + SEEN
                        + " order by step_id for update of worklist_step")
                .params(sight.parameters()).param("steps", stepIds.toArray(String[]::new)).query(Columns::openStep).list();
    }

    /**
     * Locks the most urgent free step that the officer may do and nobody else is taking at this moment. Fifty
     * candidates a team are looked at, more than the officers who could be pressing the button at once.
     */
    public Optional<OpenStep> lockNext(Collection<String> teams, Collection<String> roles, boolean onSite,
                                       LocalDate today) {
        return jdbc.sql(Columns.STEPS + " where owner is null and step_id in (" + """
                    select candidate.step_id from unnest(:teams::text[]) as mine(team) cross join lateral (
                        select step_id, due_at from worklist_step
                        where team = mine.team and owner is null
                        and (:onSite or not in_person) and (role is null or role = any(:roles))
                        and (hold_until is null or hold_until <= :today) and %s and %s
                        order by due_at, step_id limit 50) candidate)
                order by due_at, step_id limit 1 for update of worklist_step skip locked""".formatted(SEEN, IMPARTIAL))
                .params(sight.parameters()).param("teams", teams.toArray(String[]::new)).param("roles", roles.toArray(String[]::new))
                .param("onSite", onSite).param("today", today).query(Columns::openStep).optional();
    }

    /**
     * Locks every open step of a case, whoever asks: the case may be hidden from them now. Also those that nobody holds:
     * somebody may be taking one at this moment, and what they get is read once they have committed.
     */
    public List<OpenStep> lockAllOf(String caseReference) {
        return jdbc.sql(Columns.STEPS + " where case_reference = :case order by step_id for update of worklist_step")
                .param("case", caseReference).query(Columns::openStep).list();
    }

    public List<String> ids() {
        return jdbc.sql("select step_id from worklist_step").query((row, n) -> row.getString(1)).list();
    }

    private static String[] words(CaseSummary summary) {
        return NameWords.of(summary.applicantName()).toArray(String[]::new);
    }

    private static String[] flags(CaseSummary summary) {
        return summary.flags().toArray(String[]::new);
    }
}
