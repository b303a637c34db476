package org.threshold.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.jdbc.core.SqlParameterValue;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NameKey;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/** The SQL of {@code household_member}. */
@Repository
public class HouseholdStore {

    private static final String INSERT = """
            insert into household_member (case_reference, main_applicant, relationship, given_name, family_name,
                given_key, family_key, date_of_birth, ni_number, in_education, sex, version)
            values (:reference, :main, :relationship, :given, :family, :givenKey, :familyKey, :born, :ni,
                :education, :sex, 1)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    HouseholdStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public long insert(CaseReference reference, Person person) {
        return jdbc.sql(INSERT + " returning id")
                .param("reference", reference.value())
                .param("main", person.relationship() == Relationship.MAIN_APPLICANT)
                .params(parameters(person))
                .query(Long.class).single();
    }

    /** Several people besides the main applicant, in one batch. */
    public void insertAll(CaseReference reference, List<Person> others) {
        batches.batchUpdate(INSERT, others.stream().map(person -> new MapSqlParameterSource(parameters(person))
                .addValue("reference", reference.value()).addValue("main", false))
                .toArray(MapSqlParameterSource[]::new));
    }

    /** @return false when someone else has changed the person since that version */
    public boolean update(long id, int version, Person person) {
        return jdbc.sql("""
                update household_member set relationship = :relationship, given_name = :given, family_name = :family,
                    given_key = :givenKey, family_key = :familyKey, date_of_birth = :born, ni_number = :ni,
                    in_education = :education, sex = :sex, version = version + 1
                where id = :id and version = :version""")
                .param("id", id).param("version", version)
                .params(parameters(person))
                .update() == 1;
    }

    /** @return false when someone else has changed the person since that version */
    public boolean leave(long id, int version, LocalDate on) {
        return jdbc.sql("""
                update household_member set left_on = :on, version = version + 1
                where id = :id and version = :version""")
                .param("id", id).param("version", version).param("on", on).update() == 1;
    }

    public List<HouseholdMember> of(CaseReference reference) {
        return jdbc.sql("""
                select * from household_member where case_reference = :reference order by main_applicant desc, id""")
                .param("reference", reference.value())
                .query((row, i) -> member(row)).list();
    }

    private static Map<String, Object> parameters(Person person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("relationship", person.relationship().name());
        parameters.put("given", person.givenName());
        parameters.put("family", person.familyName());
        parameters.put("givenKey", NameKey.of(person.givenName()));
        parameters.put("familyKey", NameKey.of(person.familyName()));
        parameters.put("born", new SqlParameterValue(Types.DATE, person.dateOfBirth()));
        parameters.put("ni", person.nationalInsurance() == null ? null : person.nationalInsurance().value());
        parameters.put("education", person.inEducation());
        parameters.put("sex", person.sex() == null ? null : person.sex().name());
        return parameters;
    }

    private static HouseholdMember member(ResultSet row) throws SQLException {
        String number = row.getString("ni_number");
        Person person = new Person(row.getString("given_name"), row.getString("family_name"),
                row.getObject("date_of_birth", LocalDate.class), Relationship.valueOf(row.getString("relationship")),
                number == null ? null : new NationalInsuranceNumber(number), row.getBoolean("in_education"),
                row.getString("sex") == null ? null : Sex.valueOf(row.getString("sex")));
        return new HouseholdMember(row.getLong("id"), new CaseReference(row.getString("case_reference")), person,
                row.getObject("left_on", LocalDate.class), row.getInt("version"));
    }
}
