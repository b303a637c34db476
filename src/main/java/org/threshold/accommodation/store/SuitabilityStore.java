package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.Suitability;
import org.threshold.accommodation.Suitability.ForMember;
import org.threshold.accommodation.SuitabilityRecords.NewSuitability;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code suitability} and {@code suitability_member}. */
@Repository
public class SuitabilityStore {

    private static final String JOINED = """
            select s.*, m.member_id, m.suitable, m.why from suitability s
            join placement p on p.id = s.placement_id
            join suitability_member m on m.suitability_id = s.id
            where %s and\s""";

    private final JdbcClient jdbc;
    private final Sight sight;

    SuitabilityStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(long placementId, long unitId, NewSuitability typed, String by, Instant now) {
        long id = jdbc.sql("""
                insert into suitability (placement_id, unit_id, space, affordable, location, nothing_else,
                    nothing_else_words, recorded_by, recorded_at)
                values (:placement, :unit, :space, :affordable, :location, :nothing, :words, :by, :at) returning id""")
                .param("placement", placementId).param("unit", unitId).param("space", typed.space())
                .param("affordable", typed.affordable()).param("location", typed.location())
                .param("nothing", typed.nothingElseAvailable()).param("words", typed.nothingElseWords())
                .param("by", by).param("at", Columns.at(now)).query(Long.class).single();
        jdbc.sql("""
                insert into suitability_member (suitability_id, member_id, suitable, why)
                select :id, * from unnest(cast(:members as bigint[]), cast(:suitable as boolean[]),
                    cast(:why as text[]))""")
                .param("id", id)
                .param("members", typed.members().stream().map(ForMember::memberId).toArray(Long[]::new))
                .param("suitable", typed.members().stream().map(ForMember::suitable).toArray(Boolean[]::new))
                .param("why", typed.members().stream().map(ForMember::why).toArray(String[]::new)).update();
    }

    /** The latest for the unit that is chosen for the placement now. */
    public Optional<Suitability> latest(long placementId) {
        return read(JOINED.formatted("""
                s.id = (select max(l.id) from suitability l join placement of on of.id = l.placement_id
                    where l.placement_id = :id and l.unit_id = of.unit_id)"""), Map.of("id", placementId))
                .stream().findFirst();
    }

    /** Oldest first. */
    public List<Suitability> of(CaseReference reference) {
        return read(JOINED.formatted("p.case_reference = :reference"), Map.of("reference", reference.value()));
    }

    private List<Suitability> read(String sql, Map<String, Object> parameters) {
        Map<Long, Suitability> found = new LinkedHashMap<>();
        jdbc.sql(sql + Sight.of("p.case_reference") + " order by s.id, m.member_id").params(parameters)
                .params(sight.parameters()).query((row, i) -> {
                    found.computeIfAbsent(row.getLong("id"), id -> header(row)).members().add(
                            new ForMember(row.getLong("member_id"), row.getBoolean("suitable"), row.getString("why")));
                    return null;
                }).list();
        return List.copyOf(found.values());
    }

    private static Suitability header(ResultSet row) {
        try {
            return new Suitability(row.getLong("id"), row.getLong("placement_id"), row.getLong("unit_id"),
                    row.getString("space"), row.getString("affordable"), row.getString("location"), new ArrayList<>(),
                    Columns.yesNo(row, "nothing_else"), row.getString("nothing_else_words"),
                    row.getString("recorded_by"), Columns.instant(row, "recorded_at"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
