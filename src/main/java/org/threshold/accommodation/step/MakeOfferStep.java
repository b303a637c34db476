package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Offer;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.Offers.NewOffer;
import org.threshold.accommodation.Placement;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.Deadlines;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The unit is offered with its address and time, and with time to answer. */
@Component
class MakeOfferStep implements StepHandler {

    private final SignUpFacts facts;
    private final Offers offers;
    private final OfferAnswers answered;
    private final CouncilCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;

    MakeOfferStep(SignUpFacts facts, Offers offers, OfferAnswers answered, CouncilCalendar calendar,
                  Deadlines deadlines, Clock clock) {
        this.facts = facts;
        this.offers = offers;
        this.answered = answered;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "make-offer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        Map<String, Object> known = new HashMap<>();
        Map<String, String> beside = facts.beside(placement);
        offers.latest(placement.id()).filter(last -> last.answer() != null).ifPresent(last -> {
            beside.put("Offered before", last.answer().words());
            if (last.reconsideredWords() != null) {
                beside.put("Looked at again", last.reconsideredWords());
            }
        });
        known.put("beside", beside);
        ZonedDateTime now = clock.instant().atZone(ServiceClock.LONDON);
        known.put("availableOn", now.toLocalDate());
        known.put("availableFrom", now.plusHours(1).truncatedTo(ChronoUnit.HOURS).toLocalTime());
        return known;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate on = answers.day("availableOn");
        if (on != null && on.isBefore(LocalDate.now(clock))) {
            return List.of(new FieldError("availableOn", "They cannot go there in the past. Enter today or a later day"));
        }
        boolean refused = OfferAnswers.of(answers) == Offer.Answer.REFUSED;
        if (refused && !answers.yes("addressTold")) {
            return List.of(new FieldError("addressTold", "Without the address it was no offer, and cannot count as"
                    + " refused. Tell them the address, or choose another answer"));
        }
        if (refused && availableAt(answers) == null) {
            return List.of(new FieldError("availableFrom", "Without a day and a time it was no offer, and cannot count"
                    + " as refused. Enter when they can go there, or choose another answer"));
        }
        return List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Placement placement = facts.placement(step);
        offers.make(placement.id(), new NewOffer(answers.yes("addressTold")
                ? SignUpFacts.address(facts.unit(placement)) : null, availableAt(answers),
                replyBy(answers.text("replyWithin")), answers.code("toldHow", Offer.Told.class)));
        return answered.record(placement.id(), answers);
    }

    private static Instant availableAt(Answers answers) {
        LocalDate on = answers.day("availableOn");
        String from = answers.text("availableFrom");
        return on == null || from == null ? null : on.atTime(LocalTime.parse(from)).atZone(ServiceClock.LONDON).toInstant();
    }

    private Instant replyBy(String within) {
        LocalDate today = LocalDate.now(clock);
        return switch (within) {
            case "AT_ONCE" -> clock.instant();
            case "TWO_HOURS" -> clock.instant().plus(2, ChronoUnit.HOURS);
            case "TODAY" -> deadlines.endOf(today).minusSeconds(60);
            default -> calendar.workingDays().after(today, 1).atTime(LocalTime.NOON).atZone(ServiceClock.LONDON).toInstant();
        };
    }
}
