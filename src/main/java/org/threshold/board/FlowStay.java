package org.threshold.board;

import java.time.LocalDate;
import org.threshold.charge.AccommodationType;

/**
 * A household's stay in one placement.
 *
 * @param type   of accommodation, as its facilities were when the stay began
 * @param leftOn null while they live there
 */
public record FlowStay(AccommodationType type, LocalDate firstNight, LocalDate leftOn) {
}
