package org.threshold.referral.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threshold.referral.PageSeal;
import org.threshold.referral.ReferralSettings;

/**
 * What a public page carries to show that it came from here, and when: an id that makes two presses of its button one
 * referral, and the moment it was opened. Signed, so that neither can be made up.
 */
@Component
class PageTokens {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,16})\\.([0-9a-f]{64})");

    private final PageSeal seal;
    private final Duration shortest;
    private final Clock clock;

    PageTokens(PageSeal seal, ReferralSettings settings, Clock clock) {
        this.seal = seal;
        this.shortest = Duration.ofSeconds(settings.shortestSeconds());
        this.clock = clock;
    }

    record PageToken(String id, Instant opened) {
    }

    String issue() {
        String content = UUID.randomUUID() + "." + clock.instant().toEpochMilli();
        return content + "." + seal.of(content);
    }

    /** Empty for a token that is not from here. */
    Optional<PageToken> read(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches() || !seal.isOf(parts.group(3), parts.group(1) + "." + parts.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new PageToken(parts.group(1), Instant.ofEpochMilli(Long.parseLong(parts.group(2)))));
    }

    /** Whether the page was sent more quickly than a person can fill it in. */
    boolean isTooQuick(PageToken token) {
        return clock.instant().isBefore(token.opened().plus(shortest));
    }
}
