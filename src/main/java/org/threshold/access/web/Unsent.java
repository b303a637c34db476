package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.threshold.access.KeptForm;
import org.threshold.access.KeptForms;

/**
 * Forms that came too late, for the browser that sent them and the person whose page it was. What is kept is what a
 * person sent from a page of ours: not what another site makes a browser send, not a script, not a password, no file.
 */
@Component
class Unsent {

    static final String PATH = "/not-sent";
    private static final String OF_THIS_BROWSER = Unsent.class.getName();
    private static final int MOST_OF_ONE_BROWSER = 5;
    private static final Set<String> NEVER = Set.of("/sign-in", "/sign-out", "/password", PATH, "/api", "/refer");

    private final KeptForms forms;
    private final OwnedTokens tokens;

    Unsent(KeptForms forms, OwnedTokens tokens) {
        this.forms = forms;
        this.tokens = tokens;
    }

    /**
     * Keeps the form where it may be kept.
     *
     * @param username who is signed in now, or null for nobody
     * @return the address of the page that shows it to its owner
     */
    Optional<String> keep(HttpServletRequest request, String username, String page) {
        if (!isFormOfAPerson(request) || !isFromHere(request) || isNever(request.getRequestURI())) {
            return Optional.empty();
        }
        String token = tokens.madeHere(request.getParameter(OwnedTokens.FIELD));
        if (token == null || username != null && !tokens.isOf(username, token)) {
            return Optional.empty();
        }
        // What stood in the address is among the fields.
        Optional<String> id = forms.keep(request.getRequestURI(), page, fields(request));
        id.ifPresent(kept -> bind(kept, token, request.getSession()));
        return id.map(kept -> PATH + "/" + kept);
    }

    /** Forgotten when somebody else than its owner asks for it. */
    Optional<KeptForm> of(String id, String username, HttpSession session) {
        String token = bound(session).get(id);
        if (token == null) {
            return Optional.empty();
        }
        if (!tokens.isOf(username, token)) {
            forms.forget(id);
            return Optional.empty();
        }
        return forms.find(id);
    }

    void forget(String id, HttpSession session) {
        if (bound(session).containsKey(id)) {
            forms.forget(id);
        }
    }

    private void bind(String id, String token, HttpSession session) {
        Map<String, String> all = new LinkedHashMap<>(bound(session));
        all.put(id, token);
        List<String> oldest = new ArrayList<>(all.keySet());
        oldest.subList(0, Math.max(0, oldest.size() - MOST_OF_ONE_BROWSER)).forEach(old -> {
            all.remove(old);
            forms.forget(old);
        });
        session.setAttribute(OF_THIS_BROWSER, new LinkedHashMap<>(all));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> bound(HttpSession session) {
        Object found = session == null ? null : session.getAttribute(OF_THIS_BROWSER);
        return found == null ? Map.of() : (Map<String, String>) found;
    }

    private static boolean isFormOfAPerson(HttpServletRequest request) {
        String type = request.getContentType();
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getMethod().equals("POST") && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getHeader("X-Requested-With") == null && (mode == null || mode.equals("navigate"));
    }

    /** The browser must say so; a request that says nothing of where it comes from is not kept. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null ? site.equals("same-origin") : origin != null
                && origin.equalsIgnoreCase(ownOrigin(request));
    }

    private static String ownOrigin(HttpServletRequest request) {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }

    private static boolean isNever(String path) {
        return path.endsWith("/password") || NEVER.stream().anyMatch(never -> path.equals(never)
                || path.startsWith(never + "/"));
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(OwnedTokens.FIELD) && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }
}
