package org.threshold.board;

/**
 * Steps that came and went in the last 7 and the last 28 days. Of a team: steps opened and ended. Of an officer: steps
 * that were first picked up and that they hold or held last, and steps that they ended.
 */
public record InAndOut(int in7, int out7, int in28, int out28) {

    public static final InAndOut NONE = new InAndOut(0, 0, 0, 0);
}
