package org.threshold;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts in the test's own thread. */
public final class Acting {

    private Acting() {
    }

    /** From now on, until the test says otherwise. */
    public static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(username, null, List.of()));
    }

    /** For this alone; then whoever acted before. */
    public static <T> T as(String username, Supplier<T> work) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        as(username);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }

    /** The same for what gives nothing back. */
    public static void as(String username, Runnable work) {
        as(username, () -> {
            work.run();
            return null;
        });
    }
}
