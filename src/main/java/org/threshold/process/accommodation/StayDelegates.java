package org.threshold.process.accommodation;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.NextLook;
import org.threshold.accommodation.PlacementStays;
import org.threshold.clock.ServiceClock;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of nights in bed and breakfast and of a placement's life do; in the service's own name. */
@Configuration
class StayDelegates {

    @Bean
    UseCase countNights(BedAndBreakfastNights nights, CurrentOfficer officer) {
        return new UseCase((reference, execution) -> {
            BedAndBreakfastNights.Look look = officer.asService(() -> nights.look(reference));
            execution.setVariable("nightsState", look.over() ? "OUT" : look.level() == null ? "GO_ON" : "ASK");
            execution.setVariable("nightsLevel", look.level() == null ? null : look.level().name());
            execution.setVariable("nightsLookOn", date(look.lookOn()));
            execution.setVariable("everUnlawful", look.everUnlawful());
        });
    }

    @Bean
    UseCase planNextLook(PlacementStays stays, CurrentOfficer officer) {
        return new UseCase((reference, execution) -> {
            NextLook look = officer.asService(() -> stays.nextLook(reference,
                    (Long) execution.getVariable("placementId")));
            execution.setVariable("stayLook", look.kind().name());
            execution.setVariable("stayLookOn", date(look.on()));
        });
    }

    @Bean
    UseCase tellLeaving(Leaving leaving) {
        return new UseCase((reference, execution) -> leaving.tell(reference,
                (Long) execution.getVariable("placementId")));
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
