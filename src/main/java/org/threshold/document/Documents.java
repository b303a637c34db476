package org.threshold.document;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HiddenReferences;
import org.threshold.document.store.DocumentStore;

/** The documents of a case, as every room may ask for them. */
@Service
@Needs(Permission.VIEW_CASES)
public class Documents {

    private final DocumentStore store;
    private final HiddenReferences hidden;

    Documents(DocumentStore store, HiddenReferences hidden) {
        this.store = store;
        this.hidden = hidden;
    }

    /** Those that were not withdrawn, newest first; ask {@link DocumentOfCase#opens} before relying on one. */
    @Transactional(readOnly = true)
    public List<DocumentOfCase> of(CaseReference reference) {
        return shown(store.of(reference));
    }

    /** The same of one category. */
    @Transactional(readOnly = true)
    public List<DocumentOfCase> of(CaseReference reference, DocumentCategory category) {
        return of(reference).stream().filter(document -> document.category() == category).toList();
    }

    /** Empty where the case has no such document or it was withdrawn. */
    @Transactional(readOnly = true)
    public Optional<DocumentOfCase> find(CaseReference reference, long id) {
        return any(reference, id).filter(document -> document.withdrawn() == null);
    }

    /** Those that were withdrawn, newest first, for whoever may see who looked at the case. */
    @Needs(Permission.VIEW_CASE_RECORD)
    @Transactional(readOnly = true)
    public List<DocumentOfCase> withdrawn(CaseReference reference) {
        return shown(store.withdrawn(reference));
    }

    /** Also where it was withdrawn. */
    Optional<DocumentOfCase> any(CaseReference reference, long id) {
        return shown(store.find(reference, id).stream().toList()).stream().findFirst();
    }

    /** Without what would name a case that is hidden from whoever looks. */
    private List<DocumentOfCase> shown(List<DocumentOfCase> found) {
        UnaryOperator<String> shown = hidden.in(found.stream().flatMap(document -> Stream.of(document.name(),
                String.valueOf(document.description()), document.withdrawn() == null ? ""
                        : document.withdrawn().reason())).toList());
        return found.stream().map(document -> document.read(shown)).toList();
    }
}
