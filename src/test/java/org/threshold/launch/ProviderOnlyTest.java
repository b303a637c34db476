package org.threshold.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threshold.CouncilProvider;
import org.threshold.IntegrationTest;
import org.threshold.access.Visitor;

/** Threshold for real behind the council's sign-in alone: passwords are switched off, and the provider gives everybody. */
class ProviderOnlyTest extends IntegrationTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String CALL = "/api/clocks/calculate?kind=RELIEF_DUTY&trigger=2027-03-01";

    @TempDir
    Path folder;

    @Autowired
    HikariDataSource shared;

    @Test
    void itStartsWithoutAnAdministratorAndTakesNoPassword() throws Exception {
        new JdbcTemplate(shared).execute("create database provider_only");
        Map<String, String> settings = Map.of("SPRING_DATASOURCE_URL",
                shared.getJdbcUrl().replaceFirst("/postgres\\?.*", "/provider_only"),
                "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "",
                "THRESHOLD_COUNCIL_DISTRICT", "E06000032",
                "THRESHOLD_SIGNIN_LOCAL", "false", "THRESHOLD_SIGNIN_OIDC_ISSUER", PROVIDER.issuer(),
                "THRESHOLD_SIGNIN_OIDC_CLIENTID", CouncilProvider.CLIENT,
                "THRESHOLD_SIGNIN_OIDC_ROLESCLAIM", "realm_access.roles",
                "THRESHOLD_SIGNIN_OIDC_ROLES_ADMINISTRATOR", "threshold-admin",
                "THRESHOLD_SIGNIN_API_AUDIENCE", CouncilProvider.AUDIENCE);
        try (StartedProcess start = new StartedProcess(folder, "provider", settings, "", "--server.port=0",
                "--server.servlet.session.cookie.secure=false")) {
            start.awaitSaid("Started ThresholdApplication");
            Matcher port = PORT.matcher(start.said());
            assertThat(port.find()).isTrue();
            check(Integer.parseInt(port.group(1)));
        }
    }

    private static void check(int port) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("Sign in with your council account")
                .doesNotContain("type=\"password\"");
        assertThat(visitor.postWithoutToken("/sign-in", Map.of("username", "admin", "password", "demo")).headers()
                .firstValue("Location").orElse("")).startsWith("/sign-in");
        HttpResponse<String> basic = visitor.basic(CALL, "admin", "demo");
        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(basic.headers().allValues("WWW-Authenticate")).containsExactly("Bearer scope=\"threshold.api\"");

        // A public client: no secret, PKCE alone.
        String there = location(visitor.get(location(visitor.get("/sign-in/provider?continue=/administration/people"))));
        HttpResponse<String> back = visitor.follow(PROVIDER.signIn(there, "first-admin", CouncilProvider.claims("first",
                "Fay First", List.of("threshold-admin"), List.of())));
        assertThat(location(back)).isEqualTo("/administration/people");
        assertThat(visitor.get("/administration/people").body()).contains("Fay First", "Administrator")
                .doesNotContain("Add a person");
        assertThat(visitor.get("/administration/people").body()).contains("Add a program");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
