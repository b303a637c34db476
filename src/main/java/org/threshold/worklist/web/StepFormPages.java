package org.threshold.worklist.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threshold.access.FormPages;

/** A step that was sent too late comes back in its own form. */
@Component
class StepFormPages implements FormPages {

    private static final Pattern STEP = Pattern.compile("(/steps/[^/]+)(/draft)?");

    @Override
    public Optional<String> pageOf(String path) {
        Matcher step = STEP.matcher(path);
        return step.matches() ? Optional.of(step.group(1)) : Optional.empty();
    }
}
