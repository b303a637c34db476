package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.board.store.BoardAlertStore;
import org.threshold.casefile.CaseReference;

/** A number that is over its bound rings once, and is quiet only under the lower one. */
class AlertsTest extends WorkloadFixture {

    @Autowired private Alerts alerts;
    @Autowired private BoardAlertStore store;
    @Autowired private RestrictedCases restricted;

    private AlertThreshold before;

    @BeforeEach
    void bounds() {
        before = alerts.thresholds().stream().filter(each -> each.measure() == AlertMeasure.UNOWNED_STEPS).findFirst()
                .orElseThrow();
        Acting.as("manager", () -> alerts.change(new AlertThreshold(AlertMeasure.UNOWNED_STEPS, 2, 2, 3)));
    }

    @AfterEach
    void boundsAsTheyWere() {
        Acting.as("manager", () -> alerts.change(before));
        jdbc.sql("delete from board_alert where measure = 'UNOWNED_STEPS'").update();
    }

    @Test
    void itIsRaisedOnceStandsBetweenTheBoundsAndIsResolvedUnderTheLowerOne() {
        List<String> steps = new ArrayList<>(List.of(step(crew, days(5)), step(crew, days(5))));
        assertThat(measured()).as("two is not over two").isEmpty();

        steps.add(step(crew, days(5)));
        assertThat(measured()).singleElement().satisfies(alert -> {
            assertThat(alert.value()).isEqualTo(3);
            assertThat(alert.resolvedAt()).isNull();
        });
        long first = measured().get(0).id();

        take(steps.get(0));
        assertThat(measured()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(first);
            assertThat(alert.value()).isEqualTo(2);
            assertThat(alert.highest()).isEqualTo(3);
            assertThat(alert.resolvedAt()).as("two is not under two").isNull();
        });

        take(steps.get(1));
        assertThat(measured()).singleElement().extracting(Alert::resolvedAt).isEqualTo(clock.instant());

        step(crew, days(5));
        step(crew, days(5));
        assertThat(measured()).extracting(Alert::resolvedAt).containsExactly(null, clock.instant());
    }

    @Test
    void itIsToldAtOnceRemindedAfterItsIntervalAndItsEndIsToldToo() {
        List<String> steps = List.of(step(crew, days(50)), step(crew, days(50)), step(crew, days(50)));
        long id = measured().get(0).id();
        assertThat(toTell()).containsExactly(id);
        store.told(List.of(id), clock.instant());
        assertThat(toTell()).isEmpty();

        clock.freeze(clock.instant().plus(Duration.ofDays(2)));
        assertThat(toTell()).isEmpty();
        clock.freeze(clock.instant().plus(Duration.ofDays(1)));
        assertThat(toTell()).as("three days later").containsExactly(id);

        assertThat(alerts.acknowledge(id, "Bo helps out until Friday")).isTrue();
        assertThat(alerts.acknowledge(id, "Again")).as("once").isFalse();
        assertThat(toTell()).as("nobody is reminded of what they have seen").isEmpty();
        assertThat(mine()).singleElement().satisfies(alert -> {
            assertThat(alert.acknowledgedBy()).isEqualTo(crew.leader());
            assertThat(alert.acknowledgement()).isEqualTo("Bo helps out until Friday");
        });

        steps.forEach(this::take);
        measured();
        assertThat(toTell()).as("resolved").containsExactly(id);
        store.told(List.of(id), clock.instant());
        assertThat(toTell()).isEmpty();
    }

    @Test
    void whatIsRestrictedIsCountedInNoAlert() {
        step(crew, days(5));
        step(crew, days(5));
        CaseReference hidden = newCase(crew);
        step(crew, hidden, days(5));
        restricted.restrict(hidden, RestrictionKind.OTHER, "A relative works here", crew.leader(), List.of());

        assertThat(measured()).isEmpty();
    }

    @Test
    void anAlertIsSeenAndAcknowledgedByThoseWhoAnswerForTheTeam() {
        step(crew, days(5));
        step(crew, days(5));
        step(crew, days(5));
        long id = measured().get(0).id();
        Crew other = newCrew();

        assertThat(Acting.as(other.leader(), this::mine)).isEmpty();
        assertThat(Acting.as(other.leader(), () -> alerts.acknowledge(id, ""))).isFalse();
        assertThat(Acting.as("manager", this::mine)).hasSize(1);
        assertThatThrownBy(() -> Acting.as(crew.first(), () -> alerts.mine())).isInstanceOf(NotPermitted.class);
    }

    @Test
    void boundsAreSetByTheServiceManagerAndMustLeaveRoomBetweenThem() {
        assertThatThrownBy(() -> alerts.change(new AlertThreshold(AlertMeasure.INCIDENTS, 5, 2, 1)))
                .isInstanceOf(NotPermitted.class);
        Acting.as("manager");
        assertThatThrownBy(() -> alerts.change(new AlertThreshold(AlertMeasure.INCIDENTS, 5, 7, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alerts.change(new AlertThreshold(AlertMeasure.INCIDENTS, 5, 2, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void take(String step) {
        Acting.as(crew.first(), () -> moves.claim(step));
    }

    /** After a look at all numbers: what there is of this team. */
    private List<Alert> measured() {
        asService(() -> {
            alerts.measure();
            return null;
        });
        return mine();
    }

    private List<Alert> mine() {
        return alerts.mine().stream().filter(alert -> alert.team().equals(crew.team())).toList();
    }

    private List<Long> toTell() {
        return store.toTell(today()).stream().filter(alert -> alert.team().equals(crew.team())).map(Alert::id).toList();
    }
}
