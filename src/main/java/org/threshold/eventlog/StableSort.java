package org.threshold.eventlog;

import java.util.function.IntToLongFunction;

/** Puts a stretch of numbers in the order of their keys; those of the same key keep theirs. Without boxing. */
final class StableSort {

    private StableSort() {
    }

    /** @param to the place after the last */
    static void sort(int[] numbers, int from, int to, IntToLongFunction key) {
        sort(numbers, from, to, key, new int[to - from]);
    }

    private static void sort(int[] numbers, int from, int to, IntToLongFunction key, int[] room) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(numbers, from, middle, key, room);
        sort(numbers, middle, to, key, room);
        if (key.applyAsLong(numbers[middle - 1]) > key.applyAsLong(numbers[middle])) {
            merge(numbers, from, middle, to, key, room);
        }
    }

    private static void merge(int[] numbers, int from, int middle, int to, IntToLongFunction key, int[] room) {
        System.arraycopy(numbers, from, room, 0, middle - from);
        int left = 0;
        int right = middle;
        for (int at = from; left < middle - from; at++) {
            boolean takeRight = right < to && key.applyAsLong(numbers[right]) < key.applyAsLong(room[left]);
            numbers[at] = takeRight ? numbers[right++] : room[left++];
        }
    }
}
