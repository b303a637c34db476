package org.threshold.document;

import java.time.LocalDate;

/**
 * What an officer says of a file.
 *
 * @param description may be null
 * @param about       id of a member of the household, or null
 * @param datedOn     the date that it bears, or null
 * @param expiresOn   its last day, or null
 * @param stepId      the open step beside which it is added, or null
 */
public record NewDocument(DocumentCategory category, String description, Long about, LocalDate datedOn,
                          LocalDate expiresOn, String stepId) {

    public static final int LONGEST_DESCRIPTION = 1000;
}
