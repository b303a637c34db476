package org.threshold.worklist.store;

import static org.threshold.worklist.store.Columns.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.StepPage.Place;
import org.threshold.worklist.StepSort;

/**
 * The questions that pages ask of open steps; each is one statement, and none finds or counts a step of a case that is
 * hidden from whoever asks.
 */
@Repository
public class StepQueries {

    /** Most rows that a search returns: more means that the search says too little. */
    public static final int SEARCH_LIMIT = 50;

    private static final String SEEN = Sight.of("worklist_step.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    StepQueries(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** What an officer holds. */
    public StepPage ownedBy(String owner, StepFilter filter, StepSort sort, Place place, Instant now,
                            LocalDate today) {
        Where where = new Where();
        where.and("owner = :owner", "owner", owner);
        return page(where.narrow(filter, now, today), sort, place);
    }

    /** What lies with these teams, owned or not. */
    public StepPage ofTeams(Collection<String> teams, StepFilter filter, StepSort sort, Place place, Instant now,
                            LocalDate today) {
        Where where = new Where();
        where.oneOf("team", teams);
        return page(where.narrow(filter, now, today), sort, place);
    }

    public StepPage all(StepFilter filter, StepSort sort, Place place, Instant now, LocalDate today) {
        return page(new Where().narrow(filter, now, today), sort, place);
    }

    public List<OpenStep> ofCase(CaseReference reference) {
        return jdbc.sql(Columns.STEPS + " where case_reference = :case and " + SEEN + " order by due_at, step_id")
                .param("case", reference.value()).params(sight.parameters()).query(Columns::openStep).list();
    }

    public List<OpenStep> ofCases(Collection<CaseReference> references) {
        return jdbc.sql(Columns.STEPS + " where case_reference = any(:cases) and " + SEEN + " order by due_at, step_id")
                .params(sight.parameters()).param("cases", references.stream().map(CaseReference::value).toArray(String[]::new))
                .query(Columns::openStep).list();
    }

    /**
     * @param name prefix of any parts of the applicant's name, or null
     * @param born date of birth, or null
     * @param teams null for every team
     */
    public List<OpenStep> find(String name, LocalDate born, Collection<String> teams, String alsoOwner) {
        Where where = new Where();
        String query = name == null ? null : NameWords.prefixQuery(name);
        if (query != null) {
            where.and("name_words @@ :words::tsquery", "words", query);
        }
        if (born != null) {
            where.and("date_of_birth = :born", "born", born);
        }
        if (where.empty()) {
            return List.of();
        }
        return search(where, teams, alsoOwner);
    }

    public List<OpenStep> findByReference(String reference, Collection<String> teams, String alsoOwner) {
        Where where = new Where();
        where.and("case_reference = :case", "case", reference);
        return search(where, teams, alsoOwner);
    }

    private List<OpenStep> search(Where where, Collection<String> teams, String alsoOwner) {
        if (teams != null) {
            // A restricted case that they see is one that they are named on, whatever their teams.
            where.and("(team = any(:seen) or owner = :self or " + Sight.restricted("worklist_step.case_reference") + ")",
                    "seen", teams.toArray(String[]::new));
            where.params.put("self", alsoOwner);
        }
        where.visible(sight);
        return jdbc.sql(Columns.STEPS + where + " order by due_at, step_id limit " + SEARCH_LIMIT)
                .params(where.params).query(Columns::openStep).list();
    }

    public List<OpenStep> byIds(Collection<String> stepIds) {
        return jdbc.sql(Columns.STEPS + " where step_id = any(:steps) and " + SEEN + " order by due_at, step_id")
                .params(sight.parameters()).param("steps", stepIds.toArray(String[]::new)).query(Columns::openStep).list();
    }

    public List<OpenStep> heldBy(String owner, Collection<String> teams, int limit) {
        return jdbc.sql(Columns.STEPS + " where owner = :owner and team = any(:teams) and " + SEEN + " and "
                        + Sight.impartial("worklist_step.case_reference")
                        + " order by due_at, step_id limit :limit")
                .params(sight.parameters()).param("owner", owner).param("teams", teams.toArray(String[]::new)).param("limit", limit)
                .query(Columns::openStep).list();
    }

    public int countOwnedBy(String owner) {
        return jdbc.sql("select count(*) from worklist_step where owner = :owner and " + SEEN)
                .param("owner", owner).params(sight.parameters())
                .query(Integer.class).single();
    }

    /** The kinds of step that are open somewhere, by name: one short index hop per kind, however many steps there are. */
    public Map<String, String> openElements(Collection<String> teams) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                with recursive kind(team, element_id, name) as (
                    (select mine.team, first.element_id, first.name from unnest(:teams::text[]) as mine(team)
                        cross join lateral (select element_id, name from worklist_step where team = mine.team
                            and %1$s order by team, element_id limit 1) first)
                    union all
                    select kind.team, next.element_id, next.name from kind
                        cross join lateral (select element_id, name from worklist_step
                            where team = kind.team and element_id > kind.element_id and %1$s
                            order by team, element_id limit 1) next)
                select distinct element_id, name from kind""".formatted(SEEN))
                .params(sight.parameters()).param("teams", teams.toArray(String[]::new))
                .query((row, n) -> names.put(row.getString("element_id"), row.getString("name"))).list();
        return names;
    }

    private StepPage page(Where where, StepSort sort, Place place) {
        boolean backwards = place != null && place.before();
        String key = key(sort);
        if (place != null) {
            where.and("(" + key + ", step_id) " + (backwards ? "<" : ">") + " (:key, :step)", "step", place.stepId());
            where.params.put("key", keyValue(sort, place.key()));
        }
        where.visible(sight);
        String direction = backwards ? " desc" : "";
        List<OpenStep> rows = new ArrayList<>(jdbc.sql(Columns.STEPS + where + " order by " + key
                + direction + ", step_id" + direction + " limit " + (StepPage.SIZE + 1))
                .params(where.params).query(Columns::openStep).list());
        return cut(rows, sort, place, backwards);
    }

    private static StepPage cut(List<OpenStep> rows, StepSort sort, Place place, boolean backwards) {
        boolean more = rows.size() > StepPage.SIZE;
        if (more) {
            rows.remove(rows.size() - 1);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return new StepPage(rows, null, null);
        }
        boolean hasNext = backwards || more;
        boolean hasPrevious = backwards ? more : place != null;
        return new StepPage(List.copyOf(rows),
                hasNext ? place(sort, rows.get(rows.size() - 1), false) : null,
                hasPrevious ? place(sort, rows.get(0), true) : null);
    }

    private static Place place(StepSort sort, OpenStep row, boolean before) {
        String key = switch (sort) {
            case URGENCY -> (row.dueAt() == null ? Columns.NO_DUE : row.dueAt()).toString();
            case WAITING -> row.createdAt().toString();
            case CLOCK -> row.clockLastDay() == null ? "9999-12-31" : row.clockLastDay().toString();
        };
        return new Place(key, row.stepId(), before);
    }

    private static String key(StepSort sort) {
        return switch (sort) {
            case URGENCY -> "due_at";
            case WAITING -> "created_at";
            case CLOCK -> "coalesce(clock_last_day, date '9999-12-31')";
        };
    }

    private static Object keyValue(StepSort sort, String text) {
        return sort == StepSort.CLOCK ? LocalDate.parse(text) : at(Instant.parse(text));
    }

    /** The conditions of one statement and their values. */
    private static final class Where {

        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> params = new HashMap<>();

        void and(String condition, String name, Object value) {
            sql.append(sql.isEmpty() ? " where " : " and ").append(condition);
            params.put(name, value);
        }

        /** Last, so that the conditions that an index serves are read first. */
        void visible(Sight sight) {
            sql.append(sql.isEmpty() ? " where " : " and ").append(SEEN);
            params.putAll(sight.parameters());
        }

        boolean empty() {
            return sql.isEmpty();
        }

        /** One value stands as an equality, so that an index gives the rows in their order. */
        void oneOf(String column, Collection<String> values) {
            if (values.size() == 1) {
                and(column + " = :" + column + "One", column + "One", values.iterator().next());
            } else {
                and(column + " = any(:" + column + "Any)", column + "Any", values.toArray(String[]::new));
            }
        }

        Where narrow(StepFilter filter, Instant now, LocalDate today) {
            if (!filter.teams().isEmpty()) {
                oneOf("team", filter.teams());
            }
            if (!filter.lanes().isEmpty()) {
                oneOf("lane", filter.lanes());
            }
            if (!filter.elements().isEmpty()) {
                oneOf("element_id", filter.elements());
            }
            if (filter.flag() != null) {
                and(":flag = any(flags)", "flag", filter.flag());
            }
            if (filter.overdue()) {
                and("due_at < :now", "now", at(now));
            }
            if (filter.inPerson()) {
                and("in_person = :inPerson", "inPerson", true);
            }
            if (filter.onHold()) {
                and("hold_until > :today", "today", today);
            }
            if (filter.free()) {
                and("owner is null and :true", "true", true);
            }
            return this;
        }

        @Override
        public String toString() {
            return sql.toString();
        }
    }
}
