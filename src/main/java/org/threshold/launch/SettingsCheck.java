package org.threshold.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.threshold.message.ChosenChannel;

/** Looks at the settings before anything is started: what is missing is told in one go. */
public class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String URL = "spring.datasource.url";
    private static final String DEMONSTRATION_CLASS = "org.threshold.demonstration.DemonstrationPeople";
    private static final String SECONDS_TO_CONNECT = "10";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment settings = event.getEnvironment();
        boolean demonstration = settings.acceptsProfiles(Profiles.of("demonstration"));
        if (demonstration && !ClassUtils.isPresent(DEMONSTRATION_CLASS, getClass().getClassLoader())) {
            throw new CannotStart("The demonstration is not part of this program. Start it from the source folder "
                    + "with: mvn spring-boot:run");
        }
        if (demonstration && !StringUtils.hasText(settings.getProperty(URL))) {
            return;
        }
        List<String> missing = missing(settings);
        if (!missing.isEmpty()) {
            throw new CannotStart(missing);
        }
        connect(settings);
    }

    /** After the files with settings are read and logging is set up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static List<String> missing(Environment settings) {
        String url = settings.getProperty(URL, "");
        List<String> missing = new ArrayList<>();
        if (url.isBlank()) {
            missing.add("Set SPRING_DATASOURCE_URL to the address of a PostgreSQL database, such as "
                    + "jdbc:postgresql://db.example:5432/threshold");
        } else if (!url.startsWith("jdbc:postgresql:")) {
            missing.add("SPRING_DATASOURCE_URL must begin with jdbc:postgresql: because Threshold keeps its data in "
                    + "PostgreSQL only");
        }
        if (!url.contains("user=") && !StringUtils.hasText(settings.getProperty("spring.datasource.username"))) {
            missing.add("Set SPRING_DATASOURCE_USERNAME to the database user of Threshold");
        }
        if (!url.contains("password=") && settings.getProperty("spring.datasource.password") == null) {
            missing.add("Set SPRING_DATASOURCE_PASSWORD to the password of that database user");
        }
        if (StringUtils.hasText(settings.getProperty("spring.mail.host"))
                && !StringUtils.hasText(settings.getProperty("threshold.mail.from"))) {
            missing.add("Set THRESHOLD_MAIL_FROM to the address that e-mail is sent from, or leave out SPRING_MAIL_HOST");
        }
        missing.addAll(ChosenChannel.faults(settings));
        if (!StringUtils.hasText(settings.getProperty("threshold.council.district"))) {
            missing.add("Set THRESHOLD_COUNCIL_DISTRICT to the code of the council’s own district by the Office for "
                    + "National Statistics, such as E06000032");
        }
        return missing;
    }

    private static void connect(Environment settings) {
        Properties login = new Properties();
        put(login, "user", settings.getProperty("spring.datasource.username"));
        put(login, "password", settings.getProperty("spring.datasource.password"));
        put(login, "loginTimeout", SECONDS_TO_CONNECT);
        try (Connection connection = DriverManager.getConnection(settings.getRequiredProperty(URL), login)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < 14) {
                throw new CannotStart("The database is PostgreSQL " + version + ". Threshold needs 14 or later");
            }
        } catch (SQLException refused) {
            throw new CannotStart("The database that SPRING_DATASOURCE_URL names cannot be used: "
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    private static void put(Properties login, String key, String value) {
        if (value != null) {
            login.put(key, value);
        }
    }
}
