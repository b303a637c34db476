package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.Considered;
import org.threshold.accommodation.UnitNeed;
import org.threshold.accommodation.UnitSearch;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code unit_search} and {@code unit_search_unit}. */
@Repository
public class SearchStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Sight sight;

    SearchStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Sight sight) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sight = sight;
    }

    public boolean belongs(CaseReference reference, long placementId) {
        return jdbc.sql("select exists (select from placement where id = :id and case_reference = :reference and "
                        + Sight.of("placement.case_reference") + ")")
                .param("id", placementId).param("reference", reference.value()).params(sight.parameters())
                .query(Boolean.class).single();
    }

    public long insert(long placementId, UnitNeed need, String measuredTo, List<Considered> considered, Long chosen,
                       Instant at, String by) {
        long id = jdbc.sql("""
                insert into unit_search (placement_id, made_at, made_by, from_night, people, bedrooms, step_free,
                    adaptations, family_commitment, under_18, measured_to, chosen_unit_id)
                values (:placement, :at, :by, :from, :people, :bedrooms, :stepFree, :adaptations, :family, :under18,
                    :measuredTo, :chosen) returning id""")
                .param("placement", placementId).param("at", Columns.at(at)).param("by", by).param("from", need.from())
                .param("people", need.people()).param("bedrooms", need.bedrooms()).param("stepFree", need.stepFree())
                .param("adaptations", need.adaptations(), Types.VARCHAR).param("family", need.familyCommitment())
                .param("under18", need.under18()).param("measuredTo", measuredTo, Types.VARCHAR)
                .param("chosen", chosen, Types.BIGINT).query(Long.class).single();
        batches.batchUpdate("""
                insert into unit_search_unit (search_id, position, unit_id, name, district_name, outside, metres,
                    bed_and_breakfast, why_not)
                values (:search, :position, :unit, :name, :district, :outside, :metres, :bnb, :whyNot)""",
                IntStream.range(0, considered.size()).mapToObj(i -> row(id, i, considered.get(i)))
                        .toArray(MapSqlParameterSource[]::new));
        return id;
    }

    private static MapSqlParameterSource row(long search, int position, Considered each) {
        return new MapSqlParameterSource().addValue("search", search).addValue("position", position)
                .addValue("unit", each.unitId()).addValue("name", each.name()).addValue("district", each.districtName())
                .addValue("outside", each.outside()).addValue("metres", each.metres(), Types.INTEGER)
                .addValue("bnb", each.bedAndBreakfast()).addValue("whyNot", each.whyNot(), Types.VARCHAR);
    }

    /** Newest first, in two statements. */
    public List<UnitSearch> of(CaseReference reference, long placementId) {
        Map<Long, List<Considered>> units = new HashMap<>();
        jdbc.sql("""
                select unit.* from unit_search_unit unit join unit_search search on search.id = unit.search_id
                where search.placement_id = :placement order by unit.search_id, unit.position""")
                .param("placement", placementId).query((row, i) -> units.computeIfAbsent(row.getLong("search_id"),
                        none -> new ArrayList<>()).add(considered(row))).list();
        return jdbc.sql("""
                select search.* from unit_search search join placement on placement.id = search.placement_id
                where placement.id = :placement and placement.case_reference = :reference and %s
                order by search.id desc""".formatted(Sight.of("placement.case_reference")))
                .param("placement", placementId).param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> search(row, units.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private static UnitSearch search(ResultSet row, List<Considered> considered) throws SQLException {
        UnitNeed need = new UnitNeed(Columns.day(row, "from_night"), row.getInt("people"), row.getInt("bedrooms"),
                row.getBoolean("step_free"), row.getString("adaptations"), row.getBoolean("family_commitment"),
                row.getBoolean("under_18"), List.of());
        return new UnitSearch(row.getLong("id"), row.getLong("placement_id"), Columns.instant(row, "made_at"),
                row.getString("made_by"), need, row.getString("measured_to"), considered,
                Columns.number(row, "chosen_unit_id"));
    }

    private static Considered considered(ResultSet row) throws SQLException {
        return new Considered(row.getLong("unit_id"), row.getString("name"), row.getString("district_name"),
                row.getBoolean("outside"), row.getObject("metres", Integer.class),
                row.getBoolean("bed_and_breakfast"), row.getString("why_not"));
    }
}
