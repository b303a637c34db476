package org.threshold.moveon;

import org.threshold.document.DocumentCategory;

/** The ten points of SI 2012/2601 art 3: a private landlord's home with one of them not in order is not suitable. */
public enum GatePoint {
    CONDITION("(a)", "The home is in a reasonable condition", Proof.WORDS, null),
    ELECTRICAL("(b)", "The electrical equipment is safe", Proof.DOCUMENT, DocumentCategory.ELECTRICAL),
    FIRE("(c)", "The landlord takes reasonable precautions against fire", Proof.WORDS, null),
    CARBON_MONOXIDE("(d)", "The landlord takes reasonable precautions against carbon monoxide", Proof.WORDS, null),
    LANDLORD("(e)", "The landlord is a fit and proper person", Proof.WORDS, DocumentCategory.LANDLORD),
    HMO_LICENCE("(f)", "A house in multiple occupation has its licence", Proof.DOCUMENT, DocumentCategory.LICENCE),
    ADDITIONAL_LICENCE("(g)", "It has the licence that the council asks for in addition", Proof.DOCUMENT,
            DocumentCategory.LICENCE),
    ENERGY("(h)", "There is a valid energy performance certificate", Proof.DOCUMENT, DocumentCategory.EPC),
    GAS("(i)", "There is a current gas safety record", Proof.DOCUMENT, DocumentCategory.GAS_SAFETY),
    AGREEMENT("(j)", "The landlord has given an adequate written tenancy agreement", Proof.ALWAYS_DOCUMENT,
            DocumentCategory.TENANCY_AGREEMENT);

    private enum Proof { WORDS, DOCUMENT, ALWAYS_DOCUMENT }

    private final String paragraph;
    private final String title;
    private final Proof proof;
    private final DocumentCategory category;

    GatePoint(String paragraph, String title, Proof proof, DocumentCategory category) {
        this.paragraph = paragraph;
        this.title = title;
        this.proof = proof;
        this.category = category;
    }

    public String title() {
        return title;
    }

    /** Such as {@code SI 2012/2601 art 3(1)(i)}. */
    public String provision() {
        return "SI 2012/2601 art 3(1)" + paragraph;
    }

    /** The kind of document that usually proves it; null where none does. */
    public DocumentCategory category() {
        return category;
    }

    /** Whether only a document proves it. */
    public boolean needsDocument() {
        return proof == Proof.ALWAYS_DOCUMENT;
    }

    /** Whether a document with a last day proves it, or words on why there is none, such as a home without gas. */
    public boolean runsOut() {
        return proof == Proof.DOCUMENT;
    }
}
