package org.threshold.document;

/** The kinds of file that are taken in. Each is told from its content. */
public enum DocumentType {
    PDF("PDF", "application/pdf", "pdf"),
    JPEG("JPEG picture", "image/jpeg", "jpg"),
    PNG("PNG picture", "image/png", "png");

    private final String title;
    private final String mediaType;
    private final String extension;

    DocumentType(String title, String mediaType, String extension) {
        this.title = title;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without its dot. */
    public String extension() {
        return extension;
    }

    public boolean picture() {
        return this != PDF;
    }
}
