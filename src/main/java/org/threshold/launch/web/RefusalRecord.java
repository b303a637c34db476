package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.threshold.access.NotPermitted;
import org.threshold.audit.CaseRefusals;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.MistypedReference;

/** Writes to the audit who was refused on a case, and who asked for one that is not there for them. */
@Component
class RefusalRecord {

    private final CaseRefusals refusals;

    RefusalRecord(CaseRefusals refusals) {
        this.refusals = refusals;
    }

    /** Nothing where the refusal is about no case. */
    void refused(NotPermitted refusal, HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            refusal.caseReference().or(() -> asked(request)).ifPresent(of -> refusals.refused(of, what(request)));
        }
    }

    /** Nothing where the address has no reference, or none that could be one. */
    void notFound(HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            asked(request).ifPresent(of -> refusals.notFound(of, what(request)));
        }
    }

    private static String what(HttpServletRequest request) {
        return request.getMethod() + ' ' + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    @SuppressWarnings("unchecked")
    private static Optional<String> asked(HttpServletRequest request) {
        Map<String, String> variables = (Map<String, String>) request.getAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String reference = variables == null ? null : variables.get(GuardedRoutes.CASE);
        try {
            return Optional.ofNullable(reference).map(CaseReferences::parse).map(CaseReference::value);
        } catch (MistypedReference mistyped) {
            return Optional.empty();
        }
    }
}
