package org.threshold.homelessness;

import java.util.List;

/**
 * What was seen of a person's identity and status.
 *
 * @param seen yes, partly or no
 */
public record IdentityCheck(String seen, List<String> documents, String missing, String nationality,
                            String habituallyResident) {
}
