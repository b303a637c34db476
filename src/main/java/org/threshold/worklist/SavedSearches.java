package org.threshold.worklist;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.worklist.store.SavedSearchStore;

/** The signed-in officer's own named filters. */
@Service
@Needs(Permission.WORK_CASES)
@Transactional
public class SavedSearches {

    /** Most searches that one officer keeps. */
    static final int LIMIT = 30;

    private final SavedSearchStore store;
    private final CurrentOfficer current;

    SavedSearches(SavedSearchStore store, CurrentOfficer current) {
        this.store = store;
        this.current = current;
    }

    @Transactional(readOnly = true)
    public List<SavedSearch> mine() {
        return store.of(current.get().username());
    }

    /** @return what is wrong in the officer's words, or null when it was saved */
    public String save(String name, StepList list, String query) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty()) {
            return "Enter a name for this search";
        }
        if (trimmed.length() > 60) {
            return "The name of a search must be 60 characters or fewer";
        }
        String me = current.get().username();
        boolean replaces = store.of(me).stream().anyMatch(search -> search.name().equals(trimmed));
        if (!replaces && store.of(me).size() >= LIMIT) {
            return "You cannot keep more than " + LIMIT + " searches. Delete one first";
        }
        store.save(me, trimmed, list, query);
        return null;
    }

    public void delete(long id) {
        store.delete(current.get().username(), id);
    }
}
