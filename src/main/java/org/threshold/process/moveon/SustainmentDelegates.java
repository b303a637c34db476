package org.threshold.process.moveon;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.access.CurrentOfficer;
import org.threshold.clock.ServiceClock;
import org.threshold.moveon.Sustainment;
import org.threshold.moveon.Sustainments;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of {@code sustainment} do; in the service's own name. */
@Configuration
class SustainmentDelegates {

    @Bean
    UseCase planSustainmentCheck(Sustainments sustainments, CurrentOfficer officer) {
        return new UseCase((reference, execution) -> execution.setVariable("sustainmentOn",
                date(officer.asService(() -> sustainments.open(reference).flatMap(Sustainment::nextOn).orElse(null)))));
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
