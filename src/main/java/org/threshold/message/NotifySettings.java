package org.threshold.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Threshold uses GOV.UK Notify: {@code threshold.notify}.
 *
 * @param apiKey                of the kind that Notify gives: a name, the service's number and the secret
 * @param emailTemplate         with the fields {@code subject} and {@code body}
 * @param emailWithFileTemplate with the field {@code link_to_file} too; may be left out
 * @param letters               whether letters are printed and posted by it
 * @param postage               {@code first}, {@code second} or {@code economy}
 * @param longest               how long an answer is waited for
 */
record NotifySettings(String apiKey, String emailTemplate, String emailWithFileTemplate,
                      @DefaultValue("false") boolean letters, @DefaultValue("second") String postage,
                      @DefaultValue("https://api.notifications.service.gov.uk") String url,
                      @DefaultValue("30s") Duration longest) {

    private static final String NUMBER = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final List<String> POSTAGES = List.of("first", "second", "economy");

    NotifySettings {
        emailWithFileTemplate = emailWithFileTemplate == null || emailWithFileTemplate.isBlank() ? null
                : emailWithFileTemplate.strip();
    }

    /** What the operator has to put right, in sentences; never with the key in it. */
    List<String> faults(boolean email) {
        List<String> faults = new ArrayList<>();
        if (apiKey == null || !apiKey.strip().matches(".*" + NUMBER + "-" + NUMBER)) {
            faults.add("Set THRESHOLD_NOTIFY_APIKEY to a whole API key of GOV.UK Notify: a name, the number of the service"
                    + " and the secret, with - in between");
        }
        if (email && (emailTemplate == null || !emailTemplate.strip().matches(NUMBER))) {
            faults.add("Set THRESHOLD_NOTIFY_EMAILTEMPLATE to the number of the template for e-mail at GOV.UK Notify");
        }
        if (email && emailWithFileTemplate != null && !emailWithFileTemplate.matches(NUMBER)) {
            faults.add("THRESHOLD_NOTIFY_EMAILWITHFILETEMPLATE is not the number of a template at GOV.UK Notify");
        }
        if (!POSTAGES.contains(postage)) {
            faults.add("THRESHOLD_NOTIFY_POSTAGE must be one of " + String.join(", ", POSTAGES));
        }
        return faults;
    }
}
