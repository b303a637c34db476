package org.threshold.board;

/** A point of a trend: the month or week as words, and the value in the unit of the measure. */
public record TilePoint(String label, double value) {
}
