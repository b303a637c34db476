package org.threshold.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that never change once they were found. Nobody waits while another is looked for: two who ask at the same
 * moment may both look, and both get the answer that came first. Nothing is ever forgotten, so ask only with keys of
 * which there are few.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
public final class Remembered<K, V> {

    private final Map<K, V> answers = new ConcurrentHashMap<>();

    /**
     * @param look finds the answer, which is not null; what it throws is thrown, and nothing is remembered
     */
    public V get(K asked, Function<? super K, ? extends V> look) {
        V known = answers.get(asked);
        if (known != null) {
            return known;
        }
        V found = look.apply(asked);
        V first = answers.putIfAbsent(asked, found);
        return first == null ? found : first;
    }

    public boolean has(K asked) {
        return answers.containsKey(asked);
    }
}
