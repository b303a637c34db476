package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps what an officer searched for, on the server, for a quarter of an hour of real time. */
@Component
class RecentSearches {

    private static final String KEPT = RecentSearches.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 10;

    /** @return the number under which it is kept; it tells nothing about what was typed */
    String keep(HttpSession session, String typed) {
        String id = UUID.randomUUID().toString();
        synchronized (WebUtils.getSessionMutex(session)) {
            Kept kept = kept(session);
            kept.put(id, new Search(typed, System.nanoTime()));
            session.setAttribute(KEPT, kept);
        }
        return id;
    }

    Optional<String> get(HttpSession session, String id) {
        synchronized (WebUtils.getSessionMutex(session)) {
            return Optional.ofNullable(kept(session).get(id)).map(Search::typed);
        }
    }

    private static Kept kept(HttpSession session) {
        Kept kept = (Kept) session.getAttribute(KEPT);
        if (kept == null) {
            return new Kept();
        }
        kept.values().removeIf(search -> System.nanoTime() - search.at() > LONGEST.toNanos());
        return kept;
    }

    private record Search(String typed, long at) implements Serializable {
    }

    private static final class Kept extends LinkedHashMap<String, Search> implements Serializable {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Search> eldest) {
            return size() > MOST;
        }
    }
}
