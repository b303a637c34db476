package org.threshold.process.accommodation;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.accommodation.FollowUps;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotices;
import org.threshold.clock.ServiceClock;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of {@code placement-notices} do. */
@Configuration
class NoticeDelegates {

    @Bean
    UseCase readNotices(HostNotices notices, FollowUps followUps) {
        return new UseCase((reference, execution) -> {
            long placement = placement(execution);
            boolean owed = notices.owed(placement);
            if (owed) {
                notices.begin(placement);
            }
            execution.setVariable("inOtherDistrict", owed);
            execution.setVariable("noticeToGive", owed && !notices.given(placement));
            execution.setVariable("bodiesToTell", followUps.bodiesToTell(reference, placement));
            execution.setVariable("noticeAbout", HostNotice.clockOf(placement));
            execution.setVariable("recheckOn", date(followUps.firstRecheck(placement)));
        });
    }

    @Bean
    UseCase sendHostNotice(HostNotices notices) {
        return new UseCase((reference, execution) ->
                execution.setVariable("noticeByEmail", notices.send(placement(execution))));
    }

    @Bean
    UseCase recordLateNotice(HostNotices notices) {
        return new UseCase((reference, execution) -> notices.recordLate(placement(execution)));
    }

    @Bean
    UseCase sendLeavingNotice(HostNotices notices) {
        return new UseCase((reference, execution) ->
                execution.setVariable("leavingByEmail", notices.sendLeaving(placement(execution))));
    }

    private static long placement(DelegateExecution execution) {
        return (Long) execution.getVariable("placementId");
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
