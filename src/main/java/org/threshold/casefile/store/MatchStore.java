package org.threshold.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseMatch;
import org.threshold.casefile.CaseSearch;
import org.threshold.casefile.CaseSummary;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.casefile.PhoneNumber;

/**
 * Finds cases by the people in them, but none that is hidden from whoever asks. Each way of asking is a query of its own, so
 * that each uses its own index.
 */
@Repository
public class MatchStore {

    private static final String FOUND = """
            select f.reference, f.team, f.status, case_flags(f.reference, f.flags) as all_flags, f.opened_at, a.given_name, a.family_name, a.date_of_birth,
                trim(h.given_name || ' ' || h.family_name) as matched_name, h.why
            from (%s) h
            join case_file f on f.reference = h.case_reference
            join household_member a on a.case_reference = f.reference and a.main_applicant
            where %s
            order by f.opened_at desc, f.reference desc, h.why limit :limit""";

    private final JdbcClient jdbc;
    private final Sight sight;

    MatchStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public List<CaseMatch> duplicates(String familyKey, LocalDate born, NationalInsuranceNumber number,
                                      PhoneNumber phone, int limit) {
        List<String> ways = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (born != null && !familyKey.isEmpty()) {
            ways.add(member("same last name and date of birth", "family_key = :family and date_of_birth = :born"));
            parameters.put("family", familyKey);
            parameters.put("born", born);
        }
        if (number != null) {
            ways.add(member("same National Insurance number", "ni_number = :ni"));
            parameters.put("ni", number.value());
        }
        if (phone != null) {
            ways.add(byPhone());
            parameters.put("phone", phone.value());
        }
        return ways.isEmpty() ? List.of() : find(String.join(" union all ", ways), parameters, limit);
    }

    public List<CaseMatch> search(CaseSearch question, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        if (question.phone() != null) {
            parameters.put("phone", question.phone().value());
            return find(byPhone(), parameters, limit);
        }
        if (question.previousReference() != null) {
            parameters.put("previous", question.previousReference());
            return find(applicantWhere("previous reference", "upper(g.previous_reference) = upper(:previous)"),
                    parameters, limit);
        }
        return find(member("", String.join(" and ", conditions(question, parameters))), parameters, limit);
    }

    private static List<String> conditions(CaseSearch question, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < question.names().size(); i++) {
            parameters.put("name" + i, question.names().get(i) + "%");
            conditions.add("(family_key like :name%d or given_key like :name%d)".formatted(i, i));
        }
        if (question.dateOfBirth() != null) {
            parameters.put("born", question.dateOfBirth());
            conditions.add("date_of_birth = :born");
        }
        if (question.nationalInsurance() != null) {
            parameters.put("ni", question.nationalInsurance().value());
            conditions.add("ni_number = :ni");
        }
        return conditions;
    }

    private static String member(String why, String where) {
        return "select case_reference, given_name, family_name, '" + why + "' as why from household_member where " + where;
    }

    private static String byPhone() {
        return "select m.case_reference, m.given_name, m.family_name, 'same telephone number' as why from contact_point c"
                + " join household_member m on m.id = c.member_id"
                + " where c.kind = 'PHONE' and c.ended_on is null and c.value = :phone";
    }

    private static String applicantWhere(String why, String where) {
        return """
                select m.case_reference, m.given_name, m.family_name, '%s' as why from case_file g
                join household_member m on m.case_reference = g.reference and m.main_applicant where %s"""
                .formatted(why, where);
    }

    private List<CaseMatch> find(String hits, Map<String, Object> parameters, int limit) {
        Map<String, Hit> found = new LinkedHashMap<>();
        jdbc.sql(FOUND.formatted(hits, Sight.of("f.reference"))).params(parameters).params(sight.parameters()).param("limit", limit * 3)
                .query((ResultSet row) -> collect(row, found));
        return found.values().stream().limit(limit).map(Hit::match).toList();
    }

    private static void collect(ResultSet row, Map<String, Hit> found) throws SQLException {
        Hit hit = found.get(row.getString("reference"));
        if (hit == null) {
            hit = new Hit(CaseFileStore.summaryOf(row), row.getString("matched_name"),
                    row.getTimestamp("opened_at").toInstant(), new LinkedHashSet<>());
            found.put(row.getString("reference"), hit);
        }
        if (!row.getString("why").isEmpty()) {
            hit.why.add(row.getString("why"));
        }
    }

    private record Hit(CaseSummary summary, String name, java.time.Instant openedAt, Set<String> why) {

        CaseMatch match() {
            return new CaseMatch(summary, name, openedAt, List.copyOf(why));
        }
    }
}
