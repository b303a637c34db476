package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.SignUp;
import org.threshold.accommodation.SignUp.Body;
import org.threshold.accommodation.SignUp.Consent;
import org.threshold.accommodation.SignUp.LivesOn;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code sign_up} and {@code sign_up_consent}. */
@Repository
public class SignUpStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    SignUpStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public Optional<SignUp> of(long placementId) {
        return jdbc.sql("""
                select s.*, c.bodies, c.given, c.names from sign_up s,
                lateral (select array_agg(body order by body) as bodies, array_agg(given order by body) as given,
                    array_agg(names order by body) as names from sign_up_consent where placement_id = s.placement_id) c
                where s.placement_id = :id and\s""" + Sight.of("s.case_reference"))
                .param("id", placementId).params(sight.parameters()).query((row, i) -> signUp(row)).optional();
    }

    public void save(SignUp signUp, Instant at) {
        jdbc.sql("""
                insert into sign_up (placement_id, case_reference, place, place_name, signed_on, signed_at, officer,
                    lives_on, evidence, next_review_on, childrens_services, told_of_area)
                values (:id, :reference, :place, :placeName, :on, :at, :officer, :livesOn, :evidence, :review, :services,
                    :told)
                on conflict (placement_id) do update set place = excluded.place, place_name = excluded.place_name,
                    signed_on = excluded.signed_on, signed_at = excluded.signed_at, officer = excluded.officer,
                    lives_on = excluded.lives_on, evidence = excluded.evidence,
                    next_review_on = excluded.next_review_on, childrens_services = excluded.childrens_services,
                    told_of_area = excluded.told_of_area""")
                .param("id", signUp.placementId()).param("reference", signUp.caseReference().value())
                .param("place", signUp.place().name()).param("placeName", signUp.placeName())
                .param("on", signUp.signedOn()).param("at", Columns.at(at)).param("officer", signUp.officer())
                .param("livesOn", signUp.livesOn().stream().map(Enum::name).toArray(String[]::new))
                .param("evidence", signUp.evidence().toArray(String[]::new))
                .param("review", signUp.nextReviewOn()).param("services", signUp.childrensServices())
                .param("told", signUp.toldOfArea()).update();
        jdbc.sql("delete from sign_up_consent where placement_id = ?").param(signUp.placementId()).update();
        jdbc.sql("""
                insert into sign_up_consent (placement_id, body, given, names)
                select :id, * from unnest(cast(:bodies as text[]), cast(:given as boolean[]), cast(:names as text[]))""")
                .param("id", signUp.placementId())
                .param("bodies", signUp.consents().stream().map(each -> each.body().name()).toArray(String[]::new))
                .param("given", signUp.consents().stream().map(Consent::given).toArray(Boolean[]::new))
                .param("names", signUp.consents().stream().map(Consent::names).toArray(String[]::new)).update();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(row.getLong("placement_id"), new CaseReference(row.getString("case_reference")),
                Columns.code(row, "place", Place.class), row.getString("place_name"), Columns.day(row, "signed_on"),
                row.getString("officer"), Arrays.stream(texts(row, "lives_on")).map(LivesOn::valueOf).toList(),
                List.of(texts(row, "evidence")), Columns.day(row, "next_review_on"), consents(row),
                Columns.yesNo(row, "childrens_services"), row.getString("told_of_area"));
    }

    private static List<Consent> consents(ResultSet row) throws SQLException {
        if (row.getArray("bodies") == null) {
            return List.of();
        }
        String[] bodies = texts(row, "bodies");
        Boolean[] given = (Boolean[]) row.getArray("given").getArray();
        String[] names = texts(row, "names");
        Consent[] consents = new Consent[bodies.length];
        Arrays.setAll(consents, i -> new Consent(Body.valueOf(bodies[i]), given[i], names[i]));
        return List.of(consents);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
