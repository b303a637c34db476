package org.threshold.process.steps;

import org.springframework.stereotype.Component;

/**
 * Where a process is taken up in its middle, the engine passes through a first step that nobody was ever given. It must
 * not look as if somebody had been: that step is not listed, counted or recorded.
 */
@Component
class Unrecorded {

    private final ThreadLocal<Boolean> now = new ThreadLocal<>();

    boolean now() {
        return now.get() != null;
    }

    void during(Runnable passing) {
        now.set(true);
        try {
            passing.run();
        } finally {
            now.remove();
        }
    }
}
