package org.threshold.message;

import org.threshold.casefile.CaseReference;

/**
 * Something to tell someone by e-mail.
 *
 * @param caseReference  the case that it is about; null for what is about no one case, which only goes to colleagues
 * @param kind           groups messages for the record, such as {@code referral-receipt}
 * @param recipient      one e-mail address
 * @param subject        one line, without anything about a person: subjects are shown on locked screens
 * @param body           plain text
 * @param idempotencyKey the same key is the same message: a second one is not queued
 * @param memberId       whom of the household it is to; null for somebody outside it
 * @param attachment     a document that goes with it, or null
 */
public record OutgoingMessage(CaseReference caseReference, String kind, String recipient, String subject, String body,
                              String idempotencyKey, Long memberId, Attachment attachment) {

    public static final int LONGEST_ADDRESS = 254;

    /** To somebody outside the household. */
    public OutgoingMessage(CaseReference caseReference, String kind, String recipient, String subject, String body,
                           String idempotencyKey) {
        this(caseReference, kind, recipient, subject, body, idempotencyKey, null, null);
    }

    /** Without a document. */
    public OutgoingMessage(CaseReference caseReference, String kind, String recipient, String subject, String body,
                           String idempotencyKey, Long memberId) {
        this(caseReference, kind, recipient, subject, body, idempotencyKey, memberId, null);
    }

    /** To a colleague, about no one case. */
    public static OutgoingMessage aboutNoCase(String kind, String recipient, String subject, String body,
                                              String idempotencyKey) {
        return new OutgoingMessage(null, kind, recipient, subject, body, idempotencyKey);
    }

    public OutgoingMessage {
        if (kind == null || idempotencyKey == null || body == null || body.isBlank()) {
            throw new IllegalArgumentException("A message needs a kind, a key and a text");
        }
        if (caseReference == null && (memberId != null || attachment != null)) {
            throw new IllegalArgumentException("What goes to a household, or has a document, is about a case");
        }
        if (recipient == null || recipient.length() > LONGEST_ADDRESS || recipient.matches("(?s).*[\\s,;<>].*")) {
            throw new IllegalArgumentException("A message goes to one address");
        }
        if (subject == null || subject.isBlank() || subject.matches("(?s).*\\R.*")) {
            throw new IllegalArgumentException("A subject is one line");
        }
    }
}
