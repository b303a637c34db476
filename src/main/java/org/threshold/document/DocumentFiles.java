package org.threshold.document;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.document.store.DocumentWriter;

/** Hands out what is in a document. What is kept away is answered as what never was. */
@Service
@Needs(Permission.VIEW_CASES)
public class DocumentFiles {

    /** A document with its file. */
    public record Opened(DocumentOfCase document, byte[] content) {
    }

    private final Documents documents;
    private final DocumentWriter contents;
    private final CaseAccess access;

    DocumentFiles(Documents documents, DocumentWriter contents, CaseAccess access) {
        this.documents = documents;
        this.contents = contents;
        this.access = access;
    }

    /** @throws NoSuchElementException also where it was withdrawn, or a virus was found or is still looked for */
    @Transactional(readOnly = true)
    public Opened open(CaseReference reference, long id) {
        return new Opened(openable(reference, id), contents.content(id));
    }

    /** A small picture of it; empty where it is none. */
    @Transactional(readOnly = true)
    public Optional<byte[]> preview(CaseReference reference, long id) {
        return contents.preview(openable(reference, id).id());
    }

    private DocumentOfCase openable(CaseReference reference, long id) {
        return documents.any(reference, id).filter(document -> document.scan().opens())
                .filter(document -> document.withdrawn() == null
                        || access.allows(Permission.VIEW_CASE_RECORD, reference))
                .orElseThrow(() -> new NoSuchElementException("There is no such document"));
    }
}
