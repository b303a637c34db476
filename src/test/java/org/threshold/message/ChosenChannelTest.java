package org.threshold.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.threshold.message.MailConfiguration.GovUk;

/** What an operator chooses, and what they are told when it cannot be. */
class ChosenChannelTest {

    private static final String WHOLE = "threshold.message.channel=notify;threshold.notify.api-key=" + NotifyServer.KEY
            + ";threshold.notify.email-template=" + NotifyServer.TEMPLATE;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threshold.x=1                                                            | NONE
            spring.mail.host=mail.example                                            | NONE
            spring.mail.host=mail.example;threshold.mail.from=a@b.example            | SMTP
            spring.mail.host=mail.example;threshold.mail.from=a@b.example;threshold.message.channel=none | NONE
            threshold.message.channel=notify                                         | NOTIFY
            threshold.message.channel=SMTP                                           | SMTP
            """)
    void withoutAChoiceItIsTheMailServerThatIsSet(String settings, ChosenChannel chosen) {
        assertThat(ChosenChannel.of(environment(settings))).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threshold.message.channel=pigeon        | must be smtp, notify or none
            threshold.message.channel=smtp          | Set SPRING_MAIL_HOST
            threshold.message.channel=notify;threshold.notify.api-key=secret-thing | Set THRESHOLD_NOTIFY_APIKEY
            threshold.message.channel=notify;threshold.notify.email-template=welcome | Set THRESHOLD_NOTIFY_EMAILTEMPLATE
            threshold.notify.letters=true           | Set THRESHOLD_NOTIFY_APIKEY
            threshold.notify.letters=true;threshold.notify.postage=carrier | THRESHOLD_NOTIFY_POSTAGE
            threshold.notify.longest=soon           | threshold.notify.longest cannot be read
            """)
    void aWrongSettingIsToldInASentenceWithoutTheKey(String settings, String sentence) {
        assertThat(ChosenChannel.faults(environment(settings))).anyMatch(fault -> fault.contains(sentence))
                .noneMatch(fault -> fault.contains("secret-thing"));
    }

    @Test
    void whatIsWholeIsUsed() {
        MailConfiguration configuration = new MailConfiguration();
        for (String letters : List.of("", ";threshold.notify.letters=true")) {
            MockEnvironment settings = environment(WHOLE + letters);
            assertThat(ChosenChannel.faults(settings)).isEmpty();
            try (GovUk govUk = configuration.govUk(settings)) {
                assertThat(configuration.postalService(govUk).posts()).isEqualTo(!letters.isEmpty());
                assertThat(govUk.settings().url()).isEqualTo("https://api.notifications.service.gov.uk");
                assertThat(govUk.client()).isPresent();
            }
        }
        assertThat(configuration.govUk(environment("threshold.x=1")).client()).isEmpty();
        assertThat(ChosenChannel.faults(environment("threshold.x=1"))).isEmpty();
    }

    private static MockEnvironment environment(String settings) {
        MockEnvironment environment = new MockEnvironment();
        for (String each : settings.split(";")) {
            environment.setProperty(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return environment;
    }
}
