package org.threshold.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.threshold.casefile.CaseReference;

/**
 * A document of a case, without its content.
 *
 * @param name        the file's name as lists show it, without any path
 * @param description in the officer's words, or null
 * @param about       id of the household member whom it is about, or null
 * @param datedOn     the date that it bears, or null
 * @param expiresOn   its last day, or null
 * @param addedOn     the day in Europe/London on which it was added
 * @param addedBy     username
 * @param sha256      of the file as it came, in hexadecimal
 * @param stepElement the BPMN element of the step beside which it was added, or null
 * @param withdrawn   null while it holds
 */
public record DocumentOfCase(long id, CaseReference caseReference, DocumentCategory category, String name,
                             String description, Long about, LocalDate datedOn, LocalDate expiresOn, DocumentType type,
                             long size, String sha256, String stepElement, LocalDate addedOn, Instant addedAt,
                             String addedBy, ScanState scan, Withdrawal withdrawn) {

    /** That it was a wrong upload: why, who said so and when. */
    public record Withdrawal(String reason, String by, Instant at) {
    }

    /** Whether its file can be opened: it holds, and no virus was found or is still looked for. */
    public boolean opens() {
        return withdrawn == null && scan.opens();
    }

    /** The same with its words as whoever looks may read them. */
    DocumentOfCase read(UnaryOperator<String> shown) {
        return new DocumentOfCase(id, caseReference, category, shown.apply(name), shown.apply(description), about,
                datedOn, expiresOn, type, size, sha256, stepElement, addedOn, addedAt, addedBy, scan,
                withdrawn == null ? null : new Withdrawal(shown.apply(withdrawn.reason()), withdrawn.by(),
                        withdrawn.at()));
    }

    /** '2 MB'. */
    public String sizeInWords() {
        return DocumentSettings.inWords(size);
    }

    public boolean expired(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }
}
