package org.threshold.eventlog;

import java.util.Arrays;

/** Numbers in the order in which they came, without boxing. */
final class LongList {

    private static final int FIRST_ROOM = 64;

    private long[] numbers = new long[FIRST_ROOM];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void increase(int at) {
        numbers[at]++;
    }

    long get(int at) {
        return numbers[at];
    }

    int size() {
        return size;
    }
}
