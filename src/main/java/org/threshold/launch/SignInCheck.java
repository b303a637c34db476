package org.threshold.launch;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.threshold.access.SignInSettings;

/** Settings by which nobody could sign in, or not safely, stop the start with one sentence each. */
@Component
class SignInCheck implements SmartInitializingSingleton {

    private final SignInSettings settings;

    SignInCheck(SignInSettings settings) {
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.problems().isEmpty()) {
            throw new CannotStart(settings.problems());
        }
    }
}
