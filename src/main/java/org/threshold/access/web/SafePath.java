package org.threshold.access.web;

/** A page of this service to return to after signing in; anything that could lead elsewhere becomes the first page. */
final class SafePath {

    static final String FIRST_PAGE = "/";
    private static final int LONGEST = 1000;

    private SafePath() {
    }

    static String of(String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.length() > LONGEST) {
            return FIRST_PAGE;
        }
        boolean odd = wanted.chars().anyMatch(c -> c == '\\' || c <= ' ' || c >= 127);
        boolean loops = wanted.startsWith("/sign-in") || wanted.startsWith("/sign-out") || wanted.startsWith("/error");
        return odd || loops ? FIRST_PAGE : wanted;
    }
}
