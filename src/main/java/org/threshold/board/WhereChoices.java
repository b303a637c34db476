package org.threshold.board;

import java.util.List;

/** The values that steps of the period have, in order. */
public record WhereChoices(List<String> offices, List<String> lanes, List<String> households,
                           List<String> placements) {
}
