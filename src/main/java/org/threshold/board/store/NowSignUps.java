package org.threshold.board.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** How placements began: signed up in person or not, and with the claim made then or not. */
@Repository
public class NowSignUps {

    private static final String BEGUN = """
            select p.id, p.case_reference, p.starts_on, unit.name as unit, s.signed_on,
                not exists (select from benefit_claim none where none.placement_id = p.id and none.status = 'NOT_DUE')
                    as claim_due,
                (select min(made.made_on) from benefit_claim made where made.placement_id = p.id) as claimed_on
            from placement p join unit on unit.id = p.unit_id left join sign_up s on s.placement_id = p.id
            where p.starts_on between :first and :last and %s""".formatted(Sight.of("p.case_reference"));

    private static final String SHARES = """
            select date_trunc('month', starts_on)::date as month, count(*) as placements, count(signed_on) as signed,
                count(signed_on) filter (where claim_due) as due,
                count(signed_on) filter (where claim_due and claimed_on <= signed_on) as claimed
            from (%s) begun group by 1""".formatted(BEGUN);

    private final JdbcClient jdbc;
    private final Sight sight;

    NowSignUps(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * How one placement began.
     *
     * @param signedOn  null where nobody signed them up in person
     * @param claimDue  whether a claim for Housing Benefit has to be made at all
     * @param claimedOn null while none was made
     */
    public record Begun(CaseReference reference, long placementId, String unit, LocalDate firstNight,
                        LocalDate signedOn, boolean claimDue, LocalDate claimedOn) {

        public boolean claimedAtTheDesk() {
            return signedOn != null && claimedOn != null && !claimedOn.isAfter(signedOn);
        }
    }

    /** Of a month: placements, those signed up, of these those with a claim due, of these those with it made then. */
    public record Shares(long placements, long signed, long due, long claimed) {

        public static final Shares NONE = new Shares(0, 0, 0, 0);
    }

    /** Those whose first night was in these days, the last one included; latest first. */
    public List<Begun> begun(LocalDate first, LocalDate last) {
        return jdbc.sql(BEGUN + " order by p.starts_on desc, p.id desc limit " + NowStore.MOST).param("first", first)
                .param("last", last).params(sight.parameters())
                .query((row, i) -> new Begun(new CaseReference(row.getString("case_reference")), row.getLong("id"),
                        row.getString("unit"), Columns.day(row, "starts_on"), Columns.day(row, "signed_on"),
                        row.getBoolean("claim_due"), Columns.day(row, "claimed_on"))).list();
    }

    /** By month of the first night; months without a placement are missing. */
    public Map<YearMonth, Shares> shares(LocalDate first, LocalDate last) {
        Map<YearMonth, Shares> months = new HashMap<>();
        jdbc.sql(SHARES).param("first", first).param("last", last).params(sight.parameters()).query(row -> {
            months.put(YearMonth.from(Columns.day(row, "month")), new Shares(row.getLong("placements"),
                    row.getLong("signed"), row.getLong("due"), row.getLong("claimed")));
        });
        return months;
    }
}
