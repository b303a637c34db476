package org.threshold.access.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.threshold.access.SessionRegistry;
import org.threshold.access.SessionTime;
import org.threshold.access.SignInSettings;
import org.threshold.access.SignedIn;

/** What every page says of the limits of the session: the script warns before the idle one, the page before the other. */
@ControllerAdvice
class SessionAdvice {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/London"));
    /** Long enough to finish what one is at. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private final SessionRegistry sessions;
    private final SessionTime time;
    private final SignInSettings settings;

    SessionAdvice(SessionRegistry sessions, SessionTime time, SignInSettings settings) {
        this.sessions = sessions;
        this.time = time;
        this.settings = settings;
    }

    @ModelAttribute
    void limits(@AuthenticationPrincipal Object who, Model model) {
        if (!(who instanceof SignedIn me) || me.session() == null) {
            return;
        }
        model.addAttribute("idleSeconds", settings.idle().toSeconds());
        Instant now = time.now();
        sessions.lastsUntil(me.session()).filter(end -> Duration.between(now, end).compareTo(BEFORE) < 0)
                .ifPresent(end -> model.addAttribute("signedOutAt", TIME.format(end)));
    }
}
