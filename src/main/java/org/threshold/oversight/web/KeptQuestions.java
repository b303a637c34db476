package org.threshold.oversight.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps the last few questions of somebody who searches the audit, in their session. */
@Component
class KeptQuestions {

    private static final String KEPT = KeptQuestions.class.getName();
    private static final int MOST = 10;

    /** @return the number under which it is kept; it tells nothing about what was asked */
    String keep(HttpSession session, AuditForm form) {
        String number = UUID.randomUUID().toString();
        synchronized (WebUtils.getSessionMutex(session)) {
            Kept kept = kept(session);
            kept.put(number, form);
            session.setAttribute(KEPT, kept);
        }
        return number;
    }

    Optional<AuditForm> get(HttpSession session, String number) {
        synchronized (WebUtils.getSessionMutex(session)) {
            return Optional.ofNullable(kept(session).get(number));
        }
    }

    private static Kept kept(HttpSession session) {
        Kept kept = (Kept) session.getAttribute(KEPT);
        return kept == null ? new Kept() : kept;
    }

    private static final class Kept extends LinkedHashMap<String, AuditForm> implements Serializable {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AuditForm> eldest) {
            return size() > MOST;
        }
    }
}
