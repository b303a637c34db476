package org.threshold.process;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a second engine, which keeps all the history that it can, knows about the steps of a case: assignment from the
 * links that were added and deleted, a completed step's last holder until its end.
 */
record FullHistory(ProcessEngine engine, JdbcClient jdbc) {

    List<StepRow> stepsOf(String businessKey, Instant now) {
        return jdbc.sql("""
                        select task.id_, task.task_def_key_, task.start_time_, task.end_time_, task.task_state_
                        from act_hi_taskinst task join act_hi_procinst process on process.id_ = task.proc_inst_id_
                        where process.business_key_ = ? order by task.start_time_, task.task_def_key_, task.end_time_""")
                .param(businessKey).query().listOfRows().stream().map(task -> step(task, now)).toList();
    }

    private StepRow step(Map<String, Object> task, Instant now) {
        Instant begun = instant(task.get("start_time_"));
        Instant end = task.get("end_time_") == null ? now : instant(task.get("end_time_"));
        long held = 0;
        Instant since = null;
        for (Map<String, Object> link : links((String) task.get("id_"))) {
            Instant at = instant(link.get("timestamp_"));
            held += since == null ? 0 : at.getEpochSecond() - since.getEpochSecond();
            since = link.get("operation_type_").equals("add") ? at : null;
        }
        held += since == null ? 0 : end.getEpochSecond() - since.getEpochSecond();
        return new StepRow((String) task.get("task_def_key_"),
                end.getEpochSecond() - begun.getEpochSecond() - held, held, ended((String) task.get("task_state_")));
    }

    /** Of a reassignment the delete comes first; both have the same time. */
    private List<Map<String, Object>> links(String task) {
        return jdbc.sql("""
                        select timestamp_, operation_type_ from act_hi_identitylink
                        where task_id_ = ? and type_ = 'assignee' order by timestamp_, operation_type_ desc""")
                .param(task).query().listOfRows();
    }

    private static String ended(String state) {
        return switch (state) {
            case "Completed" -> "COMPLETED";
            case "Deleted" -> "CANCELLED";
            default -> null;
        };
    }

    /** The engine writes the time of the JVM's zone, without the zone. */
    private static Instant instant(Object timestamp) {
        return ((Timestamp) timestamp).toInstant();
    }
}
