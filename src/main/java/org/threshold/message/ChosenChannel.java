package org.threshold.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** By which way messages leave the house: {@code threshold.message.channel}. */
public enum ChosenChannel {
    SMTP, NOTIFY, NONE;

    private static final String CHANNEL = "threshold.message.channel";

    /** Without a choice it is the mail server where one is set, as it was before there was a choice. */
    static ChosenChannel of(Environment settings) {
        String chosen = settings.getProperty(CHANNEL, "").strip();
        if (chosen.isEmpty()) {
            return has(settings, "spring.mail.host") && has(settings, "threshold.mail.from") ? SMTP : NONE;
        }
        return valueOf(chosen.toUpperCase(Locale.ROOT));
    }

    /** What the operator has to put right before the service can start, in sentences. */
    public static List<String> faults(Environment settings) {
        String chosen = settings.getProperty(CHANNEL, "").strip();
        if (!chosen.isEmpty() && Arrays.stream(values()).noneMatch(each -> each.name().equalsIgnoreCase(chosen))) {
            return List.of("THRESHOLD_MESSAGE_CHANNEL must be smtp, notify or none");
        }
        List<String> faults = new ArrayList<>();
        if (chosen.equalsIgnoreCase(SMTP.name()) && !has(settings, "spring.mail.host")) {
            faults.add("Set SPRING_MAIL_HOST to your mail server, or choose another THRESHOLD_MESSAGE_CHANNEL");
        }
        boolean email = of(settings) == NOTIFY;
        try {
            NotifySettings notify = notify(settings);
            if (email || notify.letters()) {
                faults.addAll(notify.faults(email));
            }
        } catch (BindException unreadable) {
            faults.add("A setting that begins with THRESHOLD_NOTIFY is not of its kind: "
                    + unreadable.getName() + " cannot be read");
        }
        return faults;
    }

    static NotifySettings notify(Environment settings) {
        return Binder.get(settings).bindOrCreate("threshold.notify", NotifySettings.class);
    }

    private static boolean has(Environment settings, String name) {
        return !settings.getProperty(name, "").isBlank();
    }
}
