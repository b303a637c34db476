package org.threshold.message;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** There is a way out only where the operator set both {@code spring.mail.host} and {@code threshold.mail.from}. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    WayOut wayOut(ObjectProvider<JavaMailSender> sender, @Value("${threshold.mail.from:}") String from) {
        JavaMailSender found = sender.getIfAvailable();
        return new WayOut(found == null || from.isBlank() ? Optional.empty()
                : Optional.of(new SmtpChannel(found, from.strip())));
    }

    /** The channel, or none. */
    record WayOut(Optional<MessageChannel> channel) {
    }
}
