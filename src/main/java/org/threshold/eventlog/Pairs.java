package org.threshold.eventlog;

import java.util.HashMap;
import java.util.Map;

/** Different pairs of numbers, each with a number of its own in the order in which it came. */
final class Pairs {

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final LongList pairs = new LongList();

    int number(int from, int to) {
        long pair = (long) from << Integer.SIZE | to;
        Integer known = numbers.get(pair);
        if (known == null) {
            known = numbers.size();
            numbers.put(pair, known);
            pairs.add(pair);
        }
        return known;
    }

    int from(int number) {
        return (int) (pairs.get(number) >> Integer.SIZE);
    }

    int to(int number) {
        return (int) pairs.get(number);
    }

    int size() {
        return pairs.size();
    }
}
