package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.moveon.Sustainment;
import org.threshold.moveon.Sustainment.Check;
import org.threshold.moveon.Sustainment.End;
import org.threshold.moveon.Sustainment.Found;
import org.threshold.moveon.Sustainment.Outcome;
import org.threshold.moveon.Sustainment.Round;

/** The SQL of {@code sustainment} and {@code sustainment_check}. */
@Repository
public class SustainmentStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    SustainmentStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @return empty where the checks of a home go on for the case already */
    public Optional<Long> insert(CaseReference reference, Long offerId, String address, LocalDate from, String by,
                                 Instant at) {
        return jdbc.sql("""
                insert into sustainment (case_reference, offer_id, address, from_day, begun_by, begun_at)
                values (:reference, :offer, :address, :from, :by, :at)
                on conflict (case_reference) where ended_on is null do nothing returning id""")
                .param("reference", reference.value()).param("offer", offerId).param("address", address)
                .param("from", from).param("by", by).param("at", Columns.at(at)).query(Long.class).optional();
    }

    public void end(long id, End as, LocalDate on) {
        jdbc.sql("update sustainment set ended_as = :as, ended_on = :on where id = :id and ended_on is null")
                .param("as", as.name()).param("on", on).param("id", id).update();
    }

    public void note(long id, Check check) {
        jdbc.sql("""
                insert into sustainment_check (sustainment_id, round, outcome, found, words, on_day, helper, new_case,
                    noted_by, noted_at)
                values (:home, :round, :outcome, :found, :words, :day, :helper, :newCase, :by, :at)""")
                .param("home", id).param("round", check.round().name()).param("outcome", check.outcome().name())
                .param("found", check.found().stream().map(Enum::name).toArray(String[]::new))
                .param("words", check.words()).param("day", check.onDay()).param("helper", check.helper())
                .param("newCase", check.newCase() == null ? null : check.newCase().value())
                .param("by", check.by()).param("at", Columns.at(check.at())).update();
    }

    /** Newest first, each with its checks. */
    public List<Sustainment> of(CaseReference reference) {
        Map<Long, List<Check>> checks = new HashMap<>();
        jdbc.sql("""
                select made.* from sustainment_check made join sustainment home on home.id = made.sustainment_id
                where home.case_reference = :reference order by made.id""").param("reference", reference.value())
                .query(row -> {
                    checks.computeIfAbsent(row.getLong("sustainment_id"), none -> new ArrayList<>()).add(check(row));
                });
        return jdbc.sql("select * from sustainment where case_reference = :reference and "
                        + Sight.of("sustainment.case_reference") + " order by id desc")
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> home(row, checks.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private static Sustainment home(ResultSet row, List<Check> checks) throws SQLException {
        return new Sustainment(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getObject("offer_id", Long.class), row.getString("address"), Columns.day(row, "from_day"),
                Columns.day(row, "ended_on"), Columns.code(row, "ended_as", End.class), checks);
    }

    private static Check check(ResultSet row) throws SQLException {
        String newCase = row.getString("new_case");
        return new Check(Columns.code(row, "round", Round.class), Columns.code(row, "outcome", Outcome.class),
                Arrays.stream((String[]) row.getArray("found").getArray()).map(Found::valueOf).toList(),
                row.getString("words"), Columns.day(row, "on_day"), row.getString("helper"),
                newCase == null ? null : new CaseReference(newCase), row.getString("noted_by"),
                Columns.instant(row, "noted_at"));
    }
}
