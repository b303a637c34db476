package org.threshold;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.threshold.launch.Commands;
import org.threshold.launch.SettingsCheck;

@SpringBootApplication
public class ThresholdApplication {

    public static void main(String[] args) {
        // Before anything reads the default: the engine computes its timers in the program's time zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Java would send a message a second time by itself when the line breaks behind the first.
        System.setProperty("sun.net.http.retryPost", "false");
        SpringApplication application = new SpringApplication(ThresholdApplication.class);
        application.addListeners(new SettingsCheck());
        ConfigurableApplicationContext context = application.run(Commands.settingsFor(args));
        if (Commands.isCommand(args)) {
            System.exit(Commands.run(context, args));
        }
    }
}
