package org.threshold.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.threshold.access.Seal;
import org.threshold.access.SessionTime;

/**
 * Knows the browsers in which a person signed in before, by a cookie that only this service can make: they are let
 * through while strangers at the same address are slowed down. The cookie names nobody, opens nothing, and is worth
 * something only together with the username.
 */
@Component
class KnownBrowsers {

    static final String COOKIE = "threshold-known";
    private static final Duration LIFE = Duration.ofDays(90);
    /** People who share one desk. */
    private static final int MOST_PEOPLE = 20;
    private static final String PURPOSE = "browser";

    private final Seal seal;
    private final SessionTime time;
    private final boolean secure;

    KnownBrowsers(Seal seal, SessionTime time, @Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        this.seal = seal;
        this.time = time;
        this.secure = secure;
    }

    /** What the cookie says: the browser's number, until when, and a seal for each person. */
    private record Content(String browser, long until, List<String> seals) {
    }

    boolean knows(String username, HttpServletRequest request) {
        Content content = content(request);
        return content != null && content.seals.stream()
                .anyMatch(each -> seal.fits(each, PURPOSE, content.browser, Long.toString(content.until), username));
    }

    /** The others keep their time: the seals of an earlier day are made anew only by themselves. */
    void remember(String username, HttpServletRequest request, HttpServletResponse response) {
        if (knows(username, request) && content(request).until > time.now().plus(LIFE.dividedBy(2)).getEpochSecond()) {
            return;
        }
        Content before = content(request);
        boolean fresh = before == null || before.until < time.now().plus(LIFE.dividedBy(2)).getEpochSecond();
        String browser = fresh ? UUID.randomUUID().toString() : before.browser;
        long until = fresh ? time.now().plus(LIFE).getEpochSecond() : before.until;
        List<String> seals = new ArrayList<>(fresh ? List.of() : before.seals);
        seals.add(0, seal.of(PURPOSE, browser, Long.toString(until), username));
        String value = browser + "." + until + "."
                + String.join(".", seals.subList(0, Math.min(seals.size(), MOST_PEOPLE)));
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).httpOnly(true).secure(secure)
                .sameSite("Lax").path("/sign-in").maxAge(Duration.between(time.now(), Instant.ofEpochSecond(until)))
                .build().toString());
    }

    private Content content(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).findFirst()
                .map(cookie -> read(cookie.getValue())).orElse(null);
    }

    private Content read(String value) {
        String[] parts = value.split("\\.");
        if (parts.length < 3 || !parts[1].matches("\\d{1,12}")
                || Long.parseLong(parts[1]) < time.now().getEpochSecond()) {
            return null;
        }
        return new Content(parts[0], Long.parseLong(parts[1]), List.of(parts).subList(2,
                Math.min(parts.length, 2 + MOST_PEOPLE)));
    }
}
