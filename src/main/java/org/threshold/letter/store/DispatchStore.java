package org.threshold.letter.store;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterDispatches.Sent;

/** Table {@code letter_dispatch}: rows are only added. */
@Repository
public class DispatchStore {

    private final JdbcClient jdbc;

    DispatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where the same was recorded before */
    public boolean insert(Sent sent, CaseReference reference) {
        return jdbc.sql("""
                insert into letter_dispatch (letter_id, case_reference, way, sent_to, sent_on, recorded_by, recorded_at)
                values (:letter, :reference, :way, :to, :on, :by, :at)
                on conflict (letter_id, way, sent_on) do nothing""")
                .param("letter", sent.letterId()).param("reference", reference.value())
                .param("way", sent.way().name()).param("to", sent.to()).param("on", sent.on())
                .param("by", sent.by()).param("at", Timestamp.from(sent.at())).update() == 1;
    }

    /** Oldest first. */
    public List<Sent> of(CaseReference reference) {
        return jdbc.sql("select * from letter_dispatch where case_reference = ? order by id")
                .param(reference.value())
                .query((row, i) -> new Sent(row.getLong("letter_id"), DispatchWay.valueOf(row.getString("way")),
                        row.getString("sent_to"), row.getObject("sent_on", LocalDate.class),
                        row.getString("recorded_by"), row.getTimestamp("recorded_at").toInstant())).list();
    }
}
