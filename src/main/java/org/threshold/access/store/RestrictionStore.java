package org.threshold.access.store;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of {@code case_restriction} and {@code case_access}. */
@Repository
public class RestrictionStore {

    private final JdbcClient jdbc;

    RestrictionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a restricted case is to somebody: {@code MANAGER}, {@code NAMED}, {@code EMERGENCY} or {@code HIDDEN}; empty
     * where the case is not restricted.
     *
     * @param look the parameters of {@code Sight}
     */
    public Optional<String> standing(String caseReference, Map<String, Object> look) {
        return jdbc.sql("""
                select case when :sightOf = 'threshold' then 'MANAGER' else coalesce(
                    (select case when a.kind = 'NAMED' and r.manager = a.username then 'MANAGER' else a.kind end
                        from case_access a where a.case_reference = r.case_reference and a.username = :sightOf
                        and a.withdrawn_at is null and (a.ends_at is null or a.ends_at > :sightAt)
                        order by a.kind desc limit 1), 'HIDDEN') end
                from case_restriction r where r.case_reference = :case""")
                .param("case", caseReference).params(look).query(String.class).optional();
    }
}
