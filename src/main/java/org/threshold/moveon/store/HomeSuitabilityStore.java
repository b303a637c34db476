package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeSuitability;
import org.threshold.casefile.CaseReference;

/** The SQL of {@code home_suitability} and its members. */
@Repository
public class HomeSuitabilityStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    HomeSuitabilityStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(HomeOffer offer, HomeSuitability.New typed, String by, Instant now) {
        long id = jdbc.sql("""
                insert into home_suitability (case_reference, offer_id, condition_words, location_words,
                    affordable_words, income_weekly, essentials_weekly, rent_weekly, suits_all, recorded_by, recorded_at)
                values (:reference, :offer, :condition, :location, :affordable, :income, :essentials, :rent, :suits,
                    :by, :at) returning id""")
                .param("reference", offer.caseReference().value()).param("offer", offer.id())
                .param("condition", typed.condition()).param("location", typed.location())
                .param("affordable", typed.affordable()).param("income", typed.incomeWeekly())
                .param("essentials", typed.essentialsWeekly()).param("rent", offer.terms().rentWeekly())
                .param("suits", typed.suitsAll()).param("by", by).param("at", Rows.at(now)).query(Long.class).single();
        jdbc.sql("""
                insert into home_suitability_member (suitability_id, member_id, suits, why)
                select :id, m, s, w from unnest(:members::bigint[], :suits::boolean[], :whys::text[]) as t (m, s, w)""")
                .param("id", id)
                .param("members", typed.members().stream().map(HomeSuitability.ForMember::memberId).toArray(Long[]::new))
                .param("suits", typed.members().stream().map(HomeSuitability.ForMember::suits).toArray(Boolean[]::new))
                .param("whys", typed.members().stream().map(HomeSuitability.ForMember::why).toArray(String[]::new))
                .update();
    }

    /** The latest of each offer of the case, by the offer's id, in one statement. */
    public Map<Long, HomeSuitability> of(CaseReference reference) {
        Map<Long, HomeSuitability> found = new LinkedHashMap<>();
        jdbc.sql("""
                select s.*, m.member_id, m.suits, m.why from home_suitability s
                join home_suitability_member m on m.suitability_id = s.id
                where s.case_reference = :reference and s.id in (select max(l.id) from home_suitability l
                    where l.case_reference = :reference group by l.offer_id) and %s
                order by s.id, m.member_id""".formatted(Sight.of("s.case_reference")))
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> row(found, row)).list();
        return found;
    }

    private static HomeSuitability row(Map<Long, HomeSuitability> found, ResultSet row) throws SQLException {
        long offer = row.getLong("offer_id");
        if (!found.containsKey(offer)) {
            found.put(offer, new HomeSuitability(row.getLong("id"), offer, row.getString("condition_words"),
                    row.getString("location_words"), row.getString("affordable_words"), row.getLong("income_weekly"),
                    row.getLong("essentials_weekly"), row.getLong("rent_weekly"), new ArrayList<>(),
                    row.getString("recorded_by"), Rows.instant(row, "recorded_at")));
        }
        List<HomeSuitability.ForMember> members = found.get(offer).members();
        members.add(new HomeSuitability.ForMember(row.getLong("member_id"), row.getBoolean("suits"),
                row.getString("why")));
        return found.get(offer);
    }
}
