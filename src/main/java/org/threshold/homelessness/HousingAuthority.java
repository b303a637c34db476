package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;

/**
 * Another council, as it was typed. {@code address} and {@code email} may be null, but not both.
 *
 * @param id 0 while it is not kept yet
 */
public record HousingAuthority(long id, String name, String address, String email) {

    /** As on the envelope. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (address != null) {
            address.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
        if (email != null) {
            lines.add(email);
        }
        return lines;
    }
}
