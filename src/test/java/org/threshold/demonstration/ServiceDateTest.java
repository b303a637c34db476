package org.threshold.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.NotPermitted;
import org.threshold.access.SignedIn;
import org.threshold.access.Visitor;
import org.threshold.clock.ServiceClock;

/** What may be asked of the service's date; {@link WalkTest} has what happens on the way. */
class ServiceDateTest extends IntegrationTest {

    @LocalServerPort
    int port;

    @Autowired
    ServiceDate serviceDate;

    @Autowired
    ServiceClock clock;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void onlyAdministratorsMoveIt() {
        as("manager");
        LocalDate tomorrow = serviceDate.today().plusDays(1);
        assertThatThrownBy(() -> serviceDate.moveTo(tomorrow)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void itNeverGoesBackAndNeverTooFar() {
        as("admin");
        LocalDate today = serviceDate.today();
        for (LocalDate day : List.of(today, today.minusDays(1), today.plusDays(ServiceDate.MOST_DAYS + 1L))) {
            assertThatThrownBy(() -> serviceDate.moveTo(day)).isInstanceOf(CannotMove.class);
        }
        assertThat(serviceDate.today()).isEqualTo(today);
    }

    @Test
    void mistakesAreToldBesideTheField() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String page = "/demonstration/date";
        assertThat(admin.post(page, page + "/days", java.util.Map.of("days", "-1")).body())
                .contains("Enter a number of days, such as 7");
        assertThat(admin.post(page, page + "/day", java.util.Map.of("day", "31", "month", "2", "year", "2030")).body())
                .contains("Enter a real date");
        assertThat(admin.post(page, page + "/day", java.util.Map.of("day", "1", "month", "1", "year", "2020")).body())
                .contains("The date only goes forward");
    }

    private static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, 1), null, List.of()));
    }
}
