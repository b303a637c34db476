package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Answers of the last minute, so that opening one page after another, sorting and choosing another heat does not count
 * half a million steps again. Kept by what was asked and by which cases are hidden from whoever asks, never longer than
 * a minute of the service's clock, and never more than {@link #MOST}.
 */
@Component
class WhereCache {

    static final Duration KEPT = Duration.ofMinutes(1);
    static final int MOST = 200;

    private final Clock clock;
    private final Map<Key, WhereAnswer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, WhereAnswer> eldest) {
            return size() > MOST;
        }
    };

    WhereCache(Clock clock) {
        this.clock = clock;
    }

    /** @param hidden the references that whoever asks may not know of, in order */
    record Key(WhereFilter filter, List<String> hidden) {
    }

    /** Two that ask at once for what is not kept may both count; neither waits for the other's filter. */
    WhereAnswer get(Key key, Supplier<WhereAnswer> count) {
        Instant now = clock.instant();
        synchronized (answers) {
            WhereAnswer kept = answers.get(key);
            if (kept != null && isFresh(kept, now)) {
                return kept;
            }
        }
        WhereAnswer counted = count.get();
        synchronized (answers) {
            answers.put(key, counted);
        }
        return counted;
    }

    /** The service's clock may have been moved back. */
    private static boolean isFresh(WhereAnswer kept, Instant now) {
        Duration age = Duration.between(kept.asOf(), now);
        return !age.isNegative() && age.compareTo(KEPT) < 0;
    }
}
