package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threshold.IntegrationTest;

/** A form that is sent when its session is over: kept for whoever typed it, in their browser, and sent by nobody else. */
class LateFormsTest extends IntegrationTest {

    private static final String ADD = "/administration/people/new";
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;
    @Autowired
    Directory directory;
    @Autowired
    MovableSessionTime time;

    private final String username = "l" + Long.toString(System.nanoTime(), 36);

    @AfterEach
    void setTimeBack() {
        time.setBack();
    }

    @Test
    void whatWasTypedComesBackAndIsSentOnlyWhenAskedFor() {
        Visitor admin = Visitor.signedIn(port, "admin");
        HttpResponse<String> late = sendLate(admin);
        assertThat(location(late)).startsWith("/sign-in?expired&continue=%2Fnot-sent%2F").endsWith("&kept");
        assertThat(admin.get(location(late)).body()).contains("What you typed was not sent, and is kept for 30 minutes");

        String page = admin.get(signInAgain(admin, "admin", late)).body();
        assertThat(page).contains("You were signed out before this was sent", "Nothing has been recorded", "<dt ",
                "Works for authority", "Late Example &amp; Co", "Send it now");
        assertThat(directory.account(username)).isEmpty();

        HttpResponse<String> sent = admin.postWithoutToken(ADD, hidden(page));
        assertThat(location(sent)).isEqualTo("/administration/people");
        assertThat(directory.account(username).orElseThrow().name()).isEqualTo("Late Example & Co");
    }

    @Test
    void somebodyElseInThatBrowserNeverSeesItAndThenItIsGone() {
        Visitor admin = Visitor.signedIn(port, "admin");
        HttpResponse<String> late = sendLate(admin);
        String address = signInAgain(admin, "analyst", late);
        HttpResponse<String> none = admin.get(address);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("There is nothing here to send").doesNotContain("Late Example", username);
        admin.post("/clocks/calculator", "/sign-out", Map.of());
        admin.signIn("admin", "demo");
        assertThat(admin.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherBrowserNeverSeesItNorDoesItLast() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String address = signInAgain(admin, "admin", sendLate(admin));
        assertThat(Visitor.signedIn(port, "admin").get(address).statusCode()).isEqualTo(404);
        assertThat(admin.get(address).statusCode()).isEqualTo(200);
        time.moveOn(Duration.ofMinutes(31));
        assertThat(admin.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsForgottenWhenAskedTo() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String address = signInAgain(admin, "admin", sendLate(admin));
        assertThat(location(admin.post(address, address + "/leave", Map.of()))).isEqualTo("/");
        assertThat(admin.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfTheSessionBeforeIsNotLostWhereTheySignedInAgainInAnotherWindow() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String old = admin.tokenOf(ADD);
        String anothers = Visitor.signedIn(port, "analyst").tokenOf("/clocks/calculator");
        admin.loseCookies();
        admin.signIn("admin", "demo");
        HttpResponse<String> late = admin.postFromPage(ADD, ADD, old, typed());
        assertThat(location(late)).startsWith("/not-sent/");
        assertThat(admin.get(location(late)).body()).contains("Late Example");
        assertThat(admin.postFromPage(ADD, ADD, anothers, typed()).statusCode()).isEqualTo(403);
        assertThat(admin.postAs(ADD, ADD, old, typed(), "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(directory.account(username)).isEmpty();
    }

    @Test
    void whatDidNotComeFromAPageOfTheirsIsNotKept() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String token = admin.tokenOf(ADD);
        admin.loseCookies();
        String strangers = admin.tokenOf("/sign-in");
        List<HttpResponse<String>> refused = List.of(
                admin.postAs(ADD, ADD, token, typed()),
                admin.postAs(ADD, ADD, token, typed(), "Sec-Fetch-Site", "cross-site"),
                admin.postAs(ADD, ADD, token, typed(), "Sec-Fetch-Site", "same-site"),
                admin.postAs(ADD, ADD, token, typed(), "Origin", "https://evil.example"),
                admin.postAs(ADD, ADD, token, typed(), "Origin", "null"),
                admin.postAs(ADD, ADD, token, typed(), "Sec-Fetch-Site", "same-origin", "X-Requested-With", "fetch"),
                admin.postAs(ADD, ADD, token, typed(), "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"),
                admin.postFromPage(ADD, ADD, strangers, typed()),
                admin.postFromPage(ADD, ADD, "made-up", typed()),
                admin.postFromPage("/password", "/password", token, Map.of("oldPassword", "demo")));
        assertThat(refused).allSatisfy(answer -> assertThat(location(answer)).startsWith("/sign-in?expired")
                .doesNotContain("not-sent"));
        assertThat(location(admin.postAs(ADD, ADD, token, typed(), "Origin", "http://localhost:" + port)))
                .contains("not-sent");
    }

    @Test
    void fewAreKeptForOneBrowserTheLatest() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String token = admin.tokenOf(ADD);
        admin.loseCookies();
        List<String> addresses = java.util.stream.IntStream.range(0, 7)
                .mapToObj(n -> continued(admin.postFromPage(ADD, ADD, token, typed()))).toList();
        admin.signIn("admin", "demo");
        assertThat(addresses.stream().map(address -> admin.get(address).statusCode()))
                .containsExactly(404, 404, 200, 200, 200, 200, 200);
    }

    private HttpResponse<String> sendLate(Visitor admin) {
        String token = admin.tokenOf(ADD);
        admin.loseCookies();
        return admin.postFromPage(ADD, ADD, token, typed());
    }

    private String signInAgain(Visitor visitor, String who, HttpResponse<String> late) {
        String wanted = continued(late);
        HttpResponse<String> answer = visitor.post(location(late), "/sign-in",
                Map.of("username", who, "password", "demo", "continue", wanted));
        assertThat(location(answer)).isEqualTo(wanted);
        return wanted;
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("username", username);
        typed.put("name", "Late Example & Co");
        typed.put("roles", "ANALYST");
        typed.put("worksForAuthority", "yes");
        return typed;
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String form = page.substring(page.indexOf("action=\"" + ADD));
        Matcher each = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (each.find()) {
            fields.put(each.group(1), each.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    private static String continued(HttpResponse<String> late) {
        return URLDecoder.decode(location(late).replaceAll(".*continue=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
