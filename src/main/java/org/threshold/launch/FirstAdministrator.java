package org.threshold.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.InvalidAccount;
import org.threshold.access.PasswordRules;
import org.threshold.access.Role;

/**
 * Outside the demonstration nobody can sign in until an operator has made an administrator, with
 * {@code --create-administrator=<username>}. The password comes from {@value #PASSWORD} or from standard input.
 */
@Component
@Profile("!demonstration")
class FirstAdministrator implements SmartInitializingSingleton {

    static final String COMMAND = "create-administrator";
    static final String PASSWORD = "THRESHOLD_ADMINISTRATOR_PASSWORD";

    private final Accounts accounts;
    private final CurrentOfficer current;
    private final Environment settings;

    FirstAdministrator(Accounts accounts, CurrentOfficer current, Environment settings) {
        this.accounts = accounts;
        this.current = current;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String username = settings.getProperty(COMMAND);
        if (username != null) {
            create(username.trim().toLowerCase(Locale.ROOT));
        } else if (!accounts.hasAdministrator() && !accounts.providerGivesAdministrators()) {
            throw new CannotStart("There is no administrator yet, so nobody could sign in. Make one first: "
                    + "java -jar threshold.jar --" + COMMAND + "=<username>");
        }
    }

    private void create(String username) {
        String password = password();
        try {
            PasswordRules.check(password, username);
            current.asService(() -> {
                accounts.addWithPassword(new AccountDetails(username, username, Set.of(Role.ADMINISTRATOR), Set.of(),
                        true), password);
                return null;
            });
        } catch (InvalidAccount invalid) {
            throw new CannotStart(invalid.getMessage());
        }
    }

    private String password() {
        String given = settings.getProperty(PASSWORD);
        if (given != null) {
            return given;
        }
        if (System.console() != null) {
            return new String(System.console().readPassword("Password of at least %d characters: ",
                    PasswordRules.SHORTEST));
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }
}
