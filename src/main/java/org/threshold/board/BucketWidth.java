package org.threshold.board;

/** How wide the bars of a histogram are: a width that people count in. */
final class BucketWidth {

    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double[] WIDTHS = {60, 300, 900, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY,
        5 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 112 * DAY};

    private BucketWidth() {
    }

    /** The smallest with which nine tenths of the steps lie within the first buckets; the last one is for the rest. */
    static double of(double p90, int buckets) {
        for (double width : WIDTHS) {
            if (p90 < width * (buckets - 1)) {
                return width;
            }
        }
        return 364 * DAY;
    }
}
