package org.threshold.worklist.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.worklist.SavedSearch;
import org.threshold.worklist.StepList;

/** Officers' own named filters. */
@Repository
public class SavedSearchStore {

    private final JdbcClient jdbc;

    SavedSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedSearch> of(String officer) {
        return jdbc.sql("select id, name, list, query from saved_search where officer = :officer order by name")
                .param("officer", officer)
                .query((row, n) -> new SavedSearch(row.getLong("id"), row.getString("name"),
                        StepList.valueOf(row.getString("list")), row.getString("query"))).list();
    }

    /** Saving under a name that exists replaces it. */
    public void save(String officer, String name, StepList list, String query) {
        jdbc.sql("""
                insert into saved_search (officer, name, list, query) values (:officer, :name, :list, :query)
                on conflict (officer, name) do update set list = excluded.list, query = excluded.query""")
                .param("officer", officer).param("name", name).param("list", list.name()).param("query", query)
                .update();
    }

    public void delete(String officer, long id) {
        jdbc.sql("delete from saved_search where officer = :officer and id = :id")
                .param("officer", officer).param("id", id).update();
    }
}
