package org.threshold.board;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of measures with chosen figures, for one team that nobody else has. */
final class MeasuredSteps {

    private static final String PROCESS = "relief-duty";

    private final JdbcClient jdbc;
    private final String team;
    private final Instant now;
    private int cases;

    MeasuredSteps(JdbcClient jdbc, String team, Instant now) {
        this.jdbc = jdbc;
        this.team = team;
        this.now = now;
    }

    /** One row that is being made; what is not said is as in most steps. */
    final class Row {

        private final Map<String, Object> values = new LinkedHashMap<>();

        private Row(String element) {
            values.put("step_id", UUID.randomUUID().toString());
            values.put("case_reference", "MADE-" + team + "-" + cases++);
            values.put("process_key", PROCESS);
            values.put("process_version", 1);
            values.put("first_element_id", element);
            values.put("element_id", element);
            values.put("team", team);
        }

        Row with(String column, Object value) {
            values.put(column, value instanceof Instant at ? Timestamp.from(at) : value);
            return this;
        }

        /** Ended so long ago, and was waited for, held and on hold so long before. */
        Row ended(Duration ago, Duration waited, Duration held, Duration onHold) {
            Instant end = now.minus(ago);
            seconds(waited, held, onHold);
            return with("created_at", end.minus(waited).minus(held).minus(onHold)).with("ended_at", end)
                    .with("ended_how", "COMPLETED").with("ended_by", "officer").with("state", "ENDED")
                    .with("since", end);
        }

        /** Open, in this state for so long; before that it had waited and been held so long. */
        Row open(String state, Duration since, Duration waited, Duration held) {
            seconds(waited, held, Duration.ZERO);
            return with("created_at", now.minus(since).minus(waited).minus(held)).with("state", state)
                    .with("since", now.minus(since));
        }

        private void seconds(Duration waited, Duration held, Duration onHold) {
            with("waiting_seconds", waited.toSeconds()).with("held_seconds", held.toSeconds())
                    .with("on_hold_seconds", onHold.toSeconds());
        }

        String add() {
            jdbc.sql("insert into step_measure (" + String.join(", ", values.keySet()) + ") values (:"
                    + String.join(", :", values.keySet()) + ")").params(values).update();
            return (String) values.get("step_id");
        }
    }

    Row at(String element) {
        return new Row(element);
    }

    /** So that no page of another test has them. */
    void remove() {
        jdbc.sql("delete from step_measure where team = ?").param(team).update();
    }
}
