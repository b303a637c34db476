package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.CouncilProvider;
import org.threshold.IntegrationTest;

/** Calls of the API with tokens of the real provider, right ones and wrong ones. */
class BearerTokensTest extends IntegrationTest {

    private static final String CALL = "/api/clocks/calculate?kind=RELIEF_DUTY&trigger=2027-03-01";
    private static final Map<String, Object> SCOPE = Map.of("scope", "openid threshold.api");

    @LocalServerPort
    int port;
    @Autowired
    Directory directory;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private final String username = "b" + Long.toString(System.nanoTime(), 36);
    private final String subject = "sub-" + username;

    @Test
    void aProgramCallsWithItsTokenAndWithNothingThatIsWrong() throws Exception {
        addProgram();
        Visitor program = new Visitor(port);
        String right = PROVIDER.token(subject, CouncilProvider.AUDIENCE, SCOPE);
        HttpResponse<String> answer = program.bearer(CALL, right);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(program.bearer("/v3/api-docs", right).statusCode()).isEqualTo(200);
        assertThat(program.bearer(CALL, PROVIDER.token(subject, CouncilProvider.AUDIENCE,
                Map.of("scp", List.of("threshold.api")))).statusCode()).isEqualTo(200);

        Map<String, String> wrong = Map.of(
                "audience", PROVIDER.token(subject, "another-api", SCOPE),
                "the ID token's audience", PROVIDER.token(subject, CouncilProvider.CLIENT, SCOPE),
                "issuer", PROVIDER.tokenOfAnotherIssuer(subject, SCOPE),
                "expired", PROVIDER.token(subject, CouncilProvider.AUDIENCE, Map.of("scope", "threshold.api",
                        "exp", Date.from(Instant.now().minusSeconds(600)))),
                "not yet", PROVIDER.token(subject, CouncilProvider.AUDIENCE, Map.of("scope", "threshold.api",
                        "nbf", Date.from(Instant.now().plusSeconds(600)))),
                "subject", PROVIDER.token("nobody-" + username, CouncilProvider.AUDIENCE, SCOPE),
                "alg none", new PlainJWT(claims()).serialize(),
                "a secret for a key", withSecret(),
                "signature", right.substring(0, right.length() - 8) + "AAAAAAAA",
                "rubbish", "not-a-token");
        Instant before = clock.instant();
        wrong.forEach((what, token) -> {
            HttpResponse<String> refused = program.bearer(CALL, token);
            assertThat(refused.statusCode()).as(what).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).as(what)
                    .startsWith("Bearer error=\"invalid_token\"");
            assertThat(refused.body()).as(what).contains("The token is not valid here");
        });
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'signIn.refused' and subject in (?, 'unknown')"
                + " and at > ?")
                .params(username, OffsetDateTime.ofInstant(before, ZoneOffset.UTC)).query(Integer.class).single()).as("no record is filled by what anybody makes up").isZero();
        assertThat(program.get(CALL).statusCode()).isEqualTo(401);
        assertThat(program.get(CALL).headers().allValues("WWW-Authenticate"))
                .contains("Bearer scope=\"threshold.api\"");
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        addProgram();
        Stream.of(Map.<String, Object>of(), Map.<String, Object>of("scope", "openid threshold.apis"),
                Map.<String, Object>of("roles", "threshold.api")).forEach(claims -> {
                    HttpResponse<String> refused = new Visitor(port).bearer(CALL,
                            PROVIDER.token(subject, CouncilProvider.AUDIENCE, claims));
                    assertThat(refused.statusCode()).isEqualTo(403);
                    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                            .contains("insufficient_scope", "threshold.api");
                });
    }

    @Test
    void aTokenGivesNoMoreThanItsAccountMayAndNothingOnceThatIsDisabled() {
        addProgram();
        String token = PROVIDER.token(subject, CouncilProvider.AUDIENCE, SCOPE);
        Visitor program = new Visitor(port);
        assertThat(program.bearer("/work", token).statusCode()).isEqualTo(302);
        assertThat(program.bearer("/api/nothing", token).statusCode()).isEqualTo(404);
        Visitor.signedIn(port, "admin").post("/administration/people", "/administration/people/" + username + "/disable",
                Map.of());
        assertThat(program.bearer(CALL, token).statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramCannotSignInOnThePage() {
        addProgram();
        assertThat(new Visitor(port).signIn(username, "").headers().firstValue("Location").orElse("")).contains("?wrong");
        assertThat(new Visitor(port).basic(CALL, username, "").statusCode()).isEqualTo(401);
    }

    private void addProgram() {
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.post("/administration/people/new-program", "/administration/people/new-program", Map.of(
                "username", username, "name", "Reporting", "subject", subject, "roles", "ANALYST"));
        assertThat(directory.find(username)).isPresent();
        assertThat(admin.post("/administration/people/new-program", "/administration/people/new-program", Map.of(
                "username", username + "x", "name", "Reporting", "subject", subject, "roles", "ANALYST")).body())
                .contains("There is already an account with this subject");
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder().issuer(PROVIDER.issuer()).subject(subject).audience(CouncilProvider.AUDIENCE)
                .claim("scope", "threshold.api").expirationTime(Date.from(Instant.now().plusSeconds(600))).build();
    }

    private String withSecret() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        token.sign(new MACSigner("a secret that is as long as a key must be"));
        return token.serialize();
    }
}
