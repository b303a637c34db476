package org.threshold.casefile.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;

/**
 * The people of a restricted case who appear in an ordinary one too. For the restricted case's manager only: whoever asks
 * may see neither, so nothing that is found here may reach them.
 */
@Repository
public class AppearanceStore {

    /** Each way of being the same is a join of its own, so that each uses its own index. */
    private static final String SAME = """
            with mine as (select id, given_name, family_name, family_key, date_of_birth, ni_number
                    from household_member where case_reference = :case),
                same(other, who, why) as (
                    select o.case_reference, m.given_name || ' ' || m.family_name, 'same last name and date of birth'
                        from mine m join household_member o on o.family_key = m.family_key
                            and o.date_of_birth = m.date_of_birth
                        where m.family_key <> ''
                    union all
                    select o.case_reference, m.given_name || ' ' || m.family_name, 'same National Insurance number'
                        from mine m join household_member o on o.ni_number = m.ni_number
                    union all
                    select o.case_reference, m.given_name || ' ' || m.family_name, 'same telephone number'
                        from mine m join contact_point p on p.member_id = m.id and p.kind = 'PHONE' and p.ended_on is null
                        join contact_point q on q.kind = 'PHONE' and q.ended_on is null and q.value = p.value
                        join household_member o on o.id = q.member_id)
            select case when mine_too then :case else other end as restricted,
                case when mine_too then other else :case end as elsewhere,
                string_agg(distinct trim(who) || ': ' || why, '; ') as detail
            from (select other, who, why, exists (select from case_restriction where case_reference = :case) as mine_too,
                    exists (select from case_restriction where case_reference = other) as theirs
                from same where other <> :case) found
            where mine_too <> theirs group by mine_too, other order by other limit 20""";

    private final JdbcClient jdbc;

    AppearanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param detail who is the same, and by what, in words */
    public record Appearance(String restricted, String elsewhere, String detail) {
    }

    /** What the case has in common with others, where one of the two is restricted and the other one is not. */
    public List<Appearance> of(CaseReference reference) {
        return jdbc.sql(SAME).param("case", reference.value()).query(Appearance.class).list();
    }
}
