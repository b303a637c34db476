package org.threshold.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What the operator sets.
 *
 * @param largest  the largest file that is taken in
 * @param scanner  host and port of the virus scanner (clamd), such as {@code clamav:3310}; empty where there is none
 * @param patience how long the scanner may take for one file
 */
@ConfigurationProperties("threshold.documents")
public record DocumentSettings(DataSize largest, String scanner, Duration patience) {

    /** What the database, the memory of one upload and clamd's own default take. */
    private static final DataSize MOST = DataSize.ofMegabytes(25);

    public DocumentSettings {
        largest = largest == null ? DataSize.ofMegabytes(15) : largest;
        scanner = scanner == null ? "" : scanner.strip();
        patience = patience == null ? Duration.ofSeconds(20) : patience;
        if (largest.toBytes() < 1 || largest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("threshold.documents.largest must be between 1B and 25MB");
        }
        if (!scanner.isEmpty() && !scanner.matches("\\S+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("threshold.documents.scanner must be host:port, like clamav:3310");
        }
    }

    /** '15 MB', or in KB where it is smaller than one. */
    public String largestInWords() {
        return inWords(largest.toBytes());
    }

    static String inWords(long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024 ? kilobytes + " KB" : (kilobytes + 1023) / 1024 + " MB";
    }
}
