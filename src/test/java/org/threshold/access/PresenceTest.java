package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.clock.ServiceClock;

class PresenceTest extends IntegrationTest {

    private static final String NORTH = "North Office";
    private static final String SOUTH = "South Office";

    @Autowired
    Presence presence;

    @Autowired
    ServiceClock clock;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void theDaysOwnWordCountsBeforeThePlan() {
        // A day of this test alone.
        clock.freeze(java.time.Instant.parse("2031-03-03T09:00:00Z"));
        as("senior");
        presence.plan("senior", today(), NORTH);
        assertThat(presence.officeOf("senior", today())).contains(NORTH);
        assertThat(presence.onSiteToday("senior")).as("a plan is not presence").isFalse();
        presence.declareToday(null);
        assertThat(presence.officeOf("senior", today())).isEmpty();
        assertThat(presence.onSiteToday("senior")).isFalse();
        presence.declareToday(SOUTH);
        assertThat(presence.officeOf("senior", today())).contains(SOUTH);
        assertThat(presence.onSiteToday("senior")).isTrue();
    }

    @Test
    void aDeclarationHoldsForLondonsDay() {
        clock.freeze(java.time.Instant.parse("2031-07-01T22:30:00Z"));
        as("officer");
        presence.declareToday(NORTH);
        assertThat(presence.onSiteToday("officer")).isTrue();
        // Midnight in London, in summer, is 23:00 in UTC.
        clock.freeze(java.time.Instant.parse("2031-07-01T23:00:00Z"));
        assertThat(presence.onSiteToday("officer")).isFalse();
    }

    @Test
    void aLeaderPlansTheirOwnTeamOnly() {
        clock.freeze(java.time.Instant.parse("2031-04-01T09:00:00Z"));
        as("leader");
        presence.plan("officer", today().plusDays(1), null);
        assertThat(presence.plans(List.of("officer"), today(), today().plusDays(7)))
                .containsExactly(new PlaceOfWork("officer", today().plusDays(1), null, false));
        presence.unplan("officer", today().plusDays(1));
        assertThat(presence.plans(List.of("officer"), today(), today().plusDays(7))).isEmpty();
        assertThatThrownBy(() -> presence.plan("officer2", today(), NORTH)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aRotaIsChangedAsAWholeOrNotAtAll() {
        clock.freeze(java.time.Instant.parse("2031-05-01T09:00:00Z"));
        as("senior");
        java.util.Map<LocalDate, String> days = new java.util.TreeMap<>();
        days.put(today().plusDays(1), NORTH);
        days.put(today().plusDays(2), "No such office");
        assertThatThrownBy(() -> presence.change("senior", days, java.util.Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(presence.plans(List.of("senior"), today(), today().plusDays(7))).isEmpty();
        days.put(today().plusDays(2), null);
        presence.change("senior", days, java.util.Set.of());
        presence.change("senior", java.util.Map.of(), java.util.Set.of(today().plusDays(1)));
        assertThat(presence.plans(List.of("senior"), today(), today().plusDays(7)))
                .containsExactly(new PlaceOfWork("senior", today().plusDays(2), null, false));
    }

    @Test
    void officersPlanOnlyThemselves() {
        as("officer");
        assertThatThrownBy(() -> presence.plan("remote", today(), NORTH)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void noOfficeIsInventedAndThePastStays() {
        as("officer");
        assertThatThrownBy(() -> presence.declareToday("Moon Office")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> presence.plan("officer", today().minusDays(1), NORTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, 1), null, List.of()));
    }

    @Test
    void whoeverIsOutOnVisitsIsWithApplicantsAndAtNoOffice() {
        Acting.as("officer");
        presence.declareVisits();
        assertThat(presence.onSiteToday("officer")).isTrue();
        assertThat(presence.officeOf("officer", today())).isEmpty();
        assertThat(presence.placeOf("officer", today()).orElseThrow().words()).isEqualTo("Out on visits");
        presence.declareToday(null);
        assertThat(presence.onSiteToday("officer")).isFalse();
    }
}
