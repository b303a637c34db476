package org.threshold.message;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import uk.gov.service.notify.NotificationClient;

/** The ways out that the operator chose: for messages a mail server, GOV.UK Notify or none; for letters Notify or none. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    WayOut wayOut(ObjectProvider<JavaMailSender> sender, @Value("${threshold.mail.from:}") String from,
                  Environment settings, GovUk govUk) {
        return new WayOut(switch (ChosenChannel.of(settings)) {
            case SMTP -> smtp(sender.getIfAvailable(), from);
            case NOTIFY -> govUk.client().map(notify -> new NotifyChannel(notify, govUk.settings()));
            case NONE -> Optional.empty();
        });
    }

    private static Optional<MessageChannel> smtp(JavaMailSender sender, String from) {
        return sender == null || from.isBlank() ? Optional.empty() : Optional.of(new SmtpChannel(sender, from.strip()));
    }

    @Bean
    GovUk govUk(Environment settings) {
        NotifySettings notify = ChosenChannel.notify(settings);
        boolean used = notify.letters() || ChosenChannel.of(settings) == ChosenChannel.NOTIFY;
        return new GovUk(notify, used ? Optional.of(new Notify(new NotificationClient(notify.apiKey().strip(),
                notify.url()), notify.longest())) : Optional.empty());
    }

    @Bean
    PostalService postalService(GovUk govUk) {
        return new NotifyPost(govUk.settings().letters() ? govUk.client() : Optional.empty(), govUk.settings());
    }

    /** The channel, or none. */
    record WayOut(Optional<MessageChannel> channel) {
    }

    /** GOV.UK Notify, where anything is to go out by it. */
    record GovUk(NotifySettings settings, Optional<Notify> client) implements AutoCloseable {

        @Override
        public void close() {
            client.ifPresent(Notify::close);
        }
    }
}
