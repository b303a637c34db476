package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.threshold.casefile.CaseReference;

/**
 * Lets one page open one case, or be added to one, however often its button is pressed: two quick presses give the same
 * case.
 */
@Component
class OncePerForm {

    private static final String KEPT = OncePerForm.class.getName();
    private static final int MOST_KEPT = 30;

    CaseReference open(HttpSession session, String formId, Supplier<CaseReference> opening) {
        synchronized (WebUtils.getSessionMutex(session)) {
            Opened opened = (Opened) session.getAttribute(KEPT);
            if (opened == null) {
                opened = new Opened();
            }
            String before = formId.isEmpty() ? null : opened.get(formId);
            if (before != null) {
                return new CaseReference(before);
            }
            CaseReference reference = opening.get();
            opened.put(formId, reference.value());
            session.setAttribute(KEPT, opened);
            return reference;
        }
    }

    private static final class Opened extends LinkedHashMap<String, String> implements Serializable {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
