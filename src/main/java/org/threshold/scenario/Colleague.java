package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.threshold.access.NotPermitted;
import org.threshold.access.Presence;
import org.threshold.demonstration.Desk;
import org.threshold.worklist.Completion;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.StepRefused;
import org.threshold.worklist.StepSheet;
import org.threshold.worklist.StepWork;

/**
 * Does any open step as an officer at the desk: reads its form, answers it, and answers again what is refused. A step
 * that fails stays open and is tried on another day, so that one of many thousands does not end a year.
 */
@Component
@Profile("demonstration")
class Colleague {

    private static final Logger LOG = LoggerFactory.getLogger(Colleague.class);
    private static final int TRIES = 8;

    private final StepWork work;
    private final Presence presence;
    private final Awards awards;
    private final Desk desk;
    private final Clock clock;

    Colleague(StepWork work, Presence presence, Awards awards, Desk desk, Clock clock) {
        this.work = work;
        this.presence = presence;
        this.awards = awards;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param habit answers by key of the form; every other question is answered by its form
     * @return why it could not be done, in the service's words; empty when it is done
     */
    Optional<String> does(String officer, String office, OpenStep step, Map<String, String> habit) {
        return does(officer, office, step, habit, Set.of());
    }

    /** @param kept keys of answers that are not given in another way where the service refuses them */
    Optional<String> does(String officer, String office, OpenStep step, Map<String, String> habit, Set<String> kept) {
        return desk.as(officer, () -> {
            presence.declareToday(office);
            try {
                return complete(step, habit, kept);
            } catch (StepGone | StepRefused | NotPermitted | IllegalArgumentException
                     | DataIntegrityViolationException refused) {
                return Optional.of(String.valueOf(refused.getMessage()));
            } catch (RuntimeException unexpected) {
                LOG.warn("{} of {} failed", step.elementId(), step.caseReference(), unexpected);
                return Optional.of(String.valueOf(unexpected.getMessage()));
            }
        });
    }

    private Optional<String> complete(OpenStep step, Map<String, String> habit, Set<String> kept) {
        StepSheet sheet = work.open(step.stepId());
        if (sheet.form() == null) {
            work.complete(step.stepId(), Map.of());
            return Optional.empty();
        }
        FormFiller filler = new FormFiller(sheet.form(), sheet.facts(), awards.completed(step.caseReference(), habit),
                LocalDate.now(clock));
        String refusal = "";
        for (int i = 0; i < TRIES; i++) {
            Completion completion = work.complete(step.stepId(), filler.answers());
            if (completion instanceof Completion.Done) {
                return Optional.empty();
            }
            Completion.Refused refused = (Completion.Refused) completion;
            refusal = refused.errors().toString();
            refused.asked().ifPresent(filler::goOn);
            boolean planned = refused.errors().stream().anyMatch(error -> kept.contains(error.key()));
            if (planned || refused.asked().isEmpty() && !filler.after(refused.errors())) {
                break;
            }
        }
        return Optional.of(refusal);
    }
}
