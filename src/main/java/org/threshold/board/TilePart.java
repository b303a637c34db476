package org.threshold.board;

/** A part of a measure, in words. */
public record TilePart(String label, String shown) {
}
