package org.threshold.worklist.store;

import static org.threshold.worklist.store.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.AnsweredStep;
import org.threshold.worklist.EndedStep;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepEnd;

/** What officers answered, and how steps ended. Append-only. */
@Repository
public class AnswerStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    AnswerStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Keeps the answers and drops the officer's own draft of them. */
    public void completed(OpenStep step, String answersJson, String by, Instant at) {
        jdbc.sql("""
                with draft as (delete from step_draft where step_id = :step and officer = :by)
                insert into step_answer (step_id, case_reference, process_key, process_version, element_id, form_key,
                    name, ended_how, answers, ended_by, ended_at)
                values (:step, :case, :process, :version, :element, :form, :name, :how, :answers::jsonb, :by, :at)""")
                .param("step", step.stepId()).param("case", step.caseReference().value())
                .param("process", step.processKey()).param("version", step.processVersion())
                .param("element", step.elementId()).param("form", step.formKey()).param("name", step.name())
                .param("how", StepEnd.COMPLETED.name()).param("answers", answersJson).param("by", by)
                .param("at", at(at)).update();
    }

    /** Empty also where the case is hidden from whoever asks. */
    public Optional<EndedStep> ended(String stepId) {
        return jdbc.sql("""
                select step_id, case_reference, name, ended_how, ended_by, ended_at from step_answer
                where step_id = :step and\s""" + Sight.of("step_answer.case_reference"))
                .param("step", stepId).params(sight.parameters())
                .query((row, n) -> new EndedStep(row.getString("step_id"),
                        new CaseReference(row.getString("case_reference")), row.getString("name"),
                        StepEnd.valueOf(row.getString("ended_how")), row.getString("ended_by"),
                        Columns.instant(row, "ended_at"))).optional();
    }

    /** The answers of one completed step as JSON, by form key. */
    public Optional<String> answers(String stepId) {
        return jdbc.sql("select answers from step_answer where step_id = :step and answers is not null")
                .param("step", stepId).query(String.class).optional();
    }

    public List<EndedStep> of(CaseReference reference) {
        return jdbc.sql("""
                select step_id, case_reference, name, ended_how, ended_by, ended_at from step_answer
                where case_reference = :case order by ended_at, step_id""").param("case", reference.value())
                .query((row, n) -> new EndedStep(row.getString("step_id"),
                        new CaseReference(row.getString("case_reference")), row.getString("name"),
                        StepEnd.valueOf(row.getString("ended_how")), row.getString("ended_by"),
                        Columns.instant(row, "ended_at"))).list();
    }

    /** The completed steps of a case with their answers, newest first. */
    public List<AnsweredStep> answered(CaseReference reference, Function<String, Map<String, Object>> reader) {
        return jdbc.sql("""
                select * from step_answer where case_reference = :case and answers is not null
                order by ended_at desc, step_id""").param("case", reference.value())
                .query((row, n) -> new AnsweredStep(row.getString("step_id"), row.getString("name"),
                        row.getString("process_key"), row.getInt("process_version"), row.getString("form_key"),
                        row.getString("ended_by"), Columns.instant(row, "ended_at"),
                        reader.apply(row.getString("answers")))).list();
    }
}
